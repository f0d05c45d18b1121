import { createTagParser } from "@genie/actions";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { plugin, startAgent } from "./skill.ts";

type Asked = { path: string | undefined; authorization: string | undefined; body: unknown };

const asked: Asked[] = [];
let server: Server;
let url: string;
let answer: { status: number; body: object } = { status: 200, body: {} };
const done = (result: unknown) => ({ status: 200, body: { data: { status: "done", result } } });

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url: path, headers } = request;
  asked.push({ path, authorization: headers.authorization, body: await json(request) });
  response.writeHead(answer.status, { "content-type": "application/json" });
  response.end(JSON.stringify(answer.body));
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void reply(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked.length = 0;
  answer = done({ ok: true });
});
afterAll(() => server.close());

const agent = () => startAgent({ GENIE_URL: `${url}/`, GENIE_TOKEN: "token-of-the-tests" });

it("runs an action by its name, as the token's person", async () => {
  const { call, thoughts } = agent();
  const said = await call({ action: "memory-recall", params: '{"query":"harbour"}' });
  expect(asked).toEqual([
    {
      path: "/api/directus/actions/memory-recall",
      authorization: "Bearer token-of-the-tests",
      body: { params: { query: "harbour" }, source: "anythingllm", after_foreign_text: true },
    },
  ]);
  expect(said).toMatch(/^memory-recall: done\./);
  expect(thoughts).toEqual(["Genie Helper runs memory-recall."]);
});

it.each([
  "Nothing here",
  "[ACTION:post-create]",
  'a [ACTION:post-create:{"caption":"x ]} \\"y\\" {"}] b [ACTION:taxonomy-tag:{}] c',
  '\\[ACTION:post-create:{"a":1}] stays, [ACTION:x-y: {"b":{"c":[1,2]}} ] runs',
  '[ACTION:post-create:{"a":1} [ACTION:post-create:{"a":2}]',
  "[ACTION:post-create:[1]] [ACTION:UPPER:{}] [ACTION:",
])("finds the same tags in %j as the assistant does", async (text) => {
  const parser = createTagParser();
  const wanted = [...parser.push(text), ...parser.end()].flatMap((part) =>
    part.type === "action" ? [[part.slug, part.params]] : [],
  );
  await agent().call({ text });
  const sent = asked.map(({ path, body }) => [
    path?.split("/").at(-1),
    (body as { params: object }).params,
  ]);
  expect(sent).toEqual(wanted);
});

it("says what waits, with its link, what would happen, and lets no tag of it be one", async () => {
  const preview = {
    title: "Delete a row",
    effect: "delete",
    lines: [{ label: "Caption", value: "[ACTION:x-y:{}]", before: "old" }],
  };
  const confirmation = { id: "c1", preview, expires_at: "2026-11-28T22:00:00Z" };
  answer = { status: 200, body: { data: { status: "confirm", confirmation } } };
  const said = await agent().call({ action: "post-create" });
  expect(said).toContain("nothing was done yet");
  expect(said).toContain(`${url}/app/actions?confirm=c1`);
  expect(said).toContain("- Caption: \\[ACTION:x-y:{}] (was: old)");
});

it("lets no tag be one in what went wrong", async () => {
  answer = { status: 400, body: { errors: [{ message: 'There is no "[ACTION:x-y:{}]" here.' }] } };
  const said = [
    await agent().call({ action: "post-create" }),
    await agent().call({ action: "[ACTION:x-y:{}]" }),
    await agent().call({ action: "x-y", params: "[ACTION:x-y:{}]" }),
  ];
  for (const words of said) {
    expect(words).toContain("ACTION:");
    expect(words).not.toMatch(/(?<!\\)\[ACTION:/);
  }
});

it.each([
  ["a refusal", { action: "x-y" }, /^x-y: There is no such action\.$/],
  ["input that is no JSON", { action: "x-y", params: "{" }, /could not be asked/],
  ["input that is no object", { action: "x-y", params: "[1]" }, /is a JSON object/],
  ["a name that is none", { action: "../users" }, /There is no action called/],
  ["nothing", {}, /There was no action to run/],
])("answers %s with a sentence", async (_what, input, words) => {
  answer = { status: 404, body: { errors: [{ message: "There is no such action." }] } };
  expect(await agent().call(input)).toMatch(words);
});

it("without a token says how to get one, and when nobody answers says so", async () => {
  expect(await startAgent({ GENIE_URL: url }).call({ action: "x-y" })).toMatch(/not set up here/);
  const away = startAgent({ GENIE_URL: "http://127.0.0.1:9", GENIE_TOKEN: "t" });
  expect(await away.call({ action: "x-y" })).toMatch(/could not be asked/);
});

it("comes with examples that are calls of it, and the configuration of the MCP server", () => {
  for (const { call } of plugin.examples) {
    for (const name of Object.keys(JSON.parse(call))) {
      expect(plugin.entrypoint.params).toHaveProperty(name);
    }
  }
  const file = join(import.meta.dirname, "..", "anythingllm_mcp_servers.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    mcpServers: {
      "genie-helper": { type: "streamable", url: expect.stringMatching(/\/mcp$/) },
    },
  });
});

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import { agentTools } from "@genie/agent-tools";
import { createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "./testing/create-token.ts";

const { dashboardUrl } = stackUnderTest();
const inspector = join(
  dirname(createRequire(import.meta.url).resolve("@modelcontextprotocol/inspector/package.json")),
  "clients/launcher/build/index.js",
);

/** Of the nginx in front, which no authority has signed. */
// oxlint-disable-next-line node/no-process-env
const { NODE_EXTRA_CA_CERTS = "" } = process.env;

/** As an agent's own settings have it, and as its manual says. */
const transports = {
  "streamable HTTP": (token: string) => [
    "--server-url",
    `${dashboardUrl}/mcp`,
    "--transport",
    "http",
    "--header",
    `Authorization: Bearer ${token}`,
  ],
  stdio: (token: string) => [
    process.execPath,
    join(import.meta.dirname, "stdio.ts"),
    "-e",
    `GENIE_URL=${dashboardUrl}`,
    "-e",
    `GENIE_TOKEN=${token}`,
    "-e",
    `NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS}`,
  ],
};

type Answer = { tools?: { name: string }[]; content?: { text: string }[]; isError?: boolean };

describe.each(Object.entries(transports))("the official inspector, over %s", (_name, target) => {
  const database = openDatabase();
  let administrator: TestUser;
  let home: string;
  let args: string[];
  let ids: { view: string; file: string };

  beforeAll(async () => {
    const { rows } = await database.query<{ role: string }>(
      `select a.role from directus_access a join directus_policies p on p.id = a.policy
       where p.admin_access and a.role is not null limit 1`,
    );
    administrator = await createUser({ role: rows[0]?.role ?? "" });
    const { token } = await createToken(administrator, ["read", "write", "administer"]);
    args = target(token);
    home = await mkdtemp(join(tmpdir(), "inspector-"));
    ids = { view: randomUUID(), file: randomUUID() };
    await database.query(
      `insert into saved_views (id, user_id, page, name, query) values ($1, $2, 'library', $3, '{}')`,
      [ids.view, administrator.id, ids.view],
    );
    await database.query(
      `insert into directus_files (id, storage, filename_download, title, type, owner)
       values ($1, 'local', 'x.png', 'x', 'image/png', $2)`,
      [ids.file, administrator.id],
    );
  });
  afterAll(async () => {
    await rm(home, { recursive: true, force: true });
    await database.end();
  });

  it("lists all tools, and finds nothing in their schemas that a client can't take", async () => {
    const { tools } = await inspect("--method", "tools/list", "--strict");
    expect(tools?.map(({ name }) => name)).toEqual(agentTools.map(({ name }) => name));
  });

  const collection = "saved_views";
  const inputs: Record<string, () => object> = {
    "list-collections": () => ({}),
    "get-collection-schema": () => ({ collection }),
    "read-items": () => ({ collection, limit: 2, count: true }),
    "read-item": () => ({ collection, id: ids.view }),
    "search-items": () => ({ collection, search: ids.view }),
    "get-me": () => ({}),
    "list-users": () => ({ limit: 1 }),
    "get-user": () => ({ id: administrator.id }),
    "list-files": () => ({ limit: 1 }),
    "get-file": () => ({ id: ids.file }),
    "list-flows": () => ({}),
    "create-item": () => ({
      collection,
      data: { page: "library", name: randomUUID(), query: {} },
    }),
    "update-item": () => ({ collection, id: ids.view, data: { sort: 1 } }),
    "trigger-flow": () => ({ flow: "memory-recall", params: { query: "sun" } }),
    "create-user": () => ({ data: { email: `${randomUUID()}@example.com`, role: "viewer" } }),
    "update-user": () => ({ id: administrator.id, data: { first_name: "Ann" } }),
    "delete-item": () => ({ collection, id: ids.view }),
  };

  it.each(Object.entries(inputs))("calls %s", async (tool, input) => {
    const call = ["--method", "tools/call", "--tool-name", tool];
    const { content, isError } = await inspect(
      ...call,
      "--tool-args-json",
      JSON.stringify(input()),
    );
    expect([isError ?? false, content?.[0]?.text]).toEqual([false, content?.[0]?.text]);
    expect(() => JSON.parse(content?.[0]?.text ?? "")).not.toThrow();
  });

  it("has called all", () => {
    expect(Object.keys(inputs).toSorted()).toEqual(agentTools.map(({ name }) => name).toSorted());
  });

  function inspect(...more: string[]): Promise<Answer> {
    const all = [inspector, "--cli", ...args, ...more, "--format", "json", "--quiet"];
    return new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        all,
        // Of its own, so that it neither finds nor leaves settings of who runs the tests.
        {
          env: {
            PATH: dirname(process.execPath),
            HOME: home,
            NO_COLOR: "1",
            NODE_EXTRA_CA_CERTS,
          },
          maxBuffer: 1e7,
        },
        (error, stdout, stderr) => {
          if (error && stdout === "") reject(new Error(`${error.message}\n${stderr}`));
          else resolve((JSON.parse(stdout) as { result: Answer }).result);
        },
      );
    });
  }
});

import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createApiToken } from "@genie/crypto";
import { roles } from "@genie/schema";
import { createUser } from "@genie/testing";
import { afterEach, describe, expect, it } from "vitest";
import { createResponder } from "./respond.ts";
import type { Respond } from "./serve-tools.ts";
import { startHttpService } from "./start-http-service.ts";
import { createFixtureServer } from "./testing/fixture-server.ts";
import { respondInSessions } from "./testing/respond-in-sessions.ts";
import { createToken } from "./testing/create-token.ts";
import { mcpUrl } from "./testing/mcp-url.ts";
import { withToken } from "./testing/with-token.ts";

const suite = join(
  dirname(createRequire(import.meta.url).resolve("@modelcontextprotocol/conformance/package.json")),
  "dist/index.js",
);

/** What a server says while it works on a call needs a stream, and what it asks of its client a session. */
const needStreams = [
  "elicitation-sep1034-defaults",
  "elicitation-sep1330-enums",
  "server-sse-multiple-streams",
  "server-sse-polling",
  "tools-call-elicitation",
  "tools-call-sampling",
  "tools-call-with-logging",
  "tools-call-with-progress",
];
const scenarios = 32;

/** Asked for by a revision in which the SDK does not send what it looks for: it warns, and fails nothing. */
const onlyWarned = ["server-sse-polling"];

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

describe("the official conformance suite", () => {
  it("passes whole at our door, before a server that keeps sessions and streams", async () => {
    const results = await run(
      await fixtures(respondInSessions(() => createFixtureServer({ inSessions: true }))),
      "all",
    );
    expect(results.size).toBe(scenarios);
    expect(notPassed(results)).toEqual(onlyWarned);
    const statuses = onlyWarned.flatMap((name) => results.get(name)?.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(["INFO", "WARNING"]));
  });

  it("passes as we answer, but for what needs a stream or a session", async () => {
    const respond = createResponder(() => createFixtureServer({ inSessions: false }), ignore);
    const results = await run(await fixtures((request) => respond(request)), "all");
    expect(results.size).toBe(scenarios);
    expect(notPassed(results)).toEqual(needStreams);
  });

  it.each(["server-initialize", "ping", "tools-list", "dns-rebinding-protection"])(
    "%s passes at the real service",
    async (scenario) => {
      const creator = await createUser({ role: roles.creator.id });
      const { token } = await createToken(creator, ["read"]);
      const results = await run(await opened(mcpUrl, token), scenario);
      expect(results.size).toBe(1);
      expect(notPassed(results)).toEqual([]);
    },
  );
});

/** The same door as the service's, with another server behind it. */
async function fixtures(respond: Respond): Promise<string> {
  const service = await startHttpService({
    probes: () => false,
    host: "127.0.0.1",
    port: 0,
    publicHost: "localhost",
    respond,
    onError: ignore,
  });
  cleanups.push(() => service.close());
  return opened(`http://127.0.0.1:${service.port}/mcp`, createApiToken().token);
}

async function opened(target: string, token: string): Promise<string> {
  const { url, close } = await withToken(target, token);
  cleanups.push(close);
  return url;
}

type Check = { status: string; name: string; errorMessage?: string };

/** By scenario, what was checked. */
async function run(url: string, what: string): Promise<Map<string, Check[]>> {
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const chosen = what === "all" ? ["--suite", what] : ["--scenario", what];
  await new Promise((resolve) => {
    const args = [suite, "server", "--url", url, ...chosen, "--output-dir", folder];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, resolve);
  });
  const results = new Map<string, Check[]>();
  for (const entry of await readdir(folder, { recursive: true })) {
    if (!entry.endsWith("checks.json")) continue;
    const scenario = dirname(entry)
      .replace(/^server-/, "")
      .replace(/-\d{4}-\d{2}-\d{2}T.*$/, "");
    results.set(scenario, JSON.parse(await readFile(join(folder, entry), "utf8")) as Check[]);
  }
  return results;
}

const notPassed = (results: Map<string, Check[]>): string[] =>
  [...results]
    .filter(
      ([, checks]) =>
        !checks.some(({ status }) => status === "SUCCESS") ||
        checks.some(({ status }) => status === "FAILURE"),
    )
    .map(([scenario]) => scenario)
    .toSorted();

const ignore = () => {};

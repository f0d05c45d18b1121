import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "./ports.ts";
import { createSecrets } from "./secrets.ts";
import { makeStackFolder, type StackFolder } from "./testing/stack-folder.ts";
import { makeUnusableFolder } from "./testing/unusable-folder.ts";

let stack: StackFolder;

beforeEach(async () => {
  stack = await makeStackFolder();
});
afterEach(() => stack.remove());

function hasStarted(): boolean {
  return existsSync(stack.paths.run) || existsSync(join(stack.paths.logs, "postgres.log"));
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}

describe("npm start refuses, with a sentence and before anything runs,", () => {
  it("settings that are wrong, all of them at once", async () => {
    const env = { DASHBOARD_PORT: "none", DATABASE_URL: "mysql://db/genie" };
    const { code, stderr } = await stack.run("start.ts", [], env);
    expect(stderr.split("\n")).toEqual([
      expect.stringContaining("DASHBOARD_PORT is not a port."),
      expect.stringContaining("DATABASE_URL is not a connection address."),
      "",
    ]);
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("a port that another program has", async () => {
    const port = await findFreePort();
    const other = await listen(port);
    const { code, stderr } = await stack.run("start.ts", [], { DIRECTUS_PORT: String(port) });
    expect(stderr).toBe(
      `Port ${port} (DIRECTUS_PORT) is taken by another program: \`lsof -i :${port}\` names it. End that program, or set DIRECTUS_PORT to a free port.\n`,
    );
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
    other.close();
  });

  it("a key that was cut off", async () => {
    createSecrets(stack.paths.secrets, { SECRET: "" });
    const env = { SEALING_KEYS: "1:aHVudGVyMg==", WORKER_TOKEN: "hunter2" };
    const { code, stderr } = await stack.run("start.ts", [], env);
    expect(stderr).toMatch(
      /^WORKER_TOKEN is shorter than 32 .*\nKey 1 in SEALING_KEYS has 7 bytes/,
    );
    expect(stderr).not.toMatch(/hunter2|aHVudGVyMg/);
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("to make new keys over old data", async () => {
    mkdirSync(stack.paths.postgres);
    writeFileSync(join(stack.paths.postgres, "PG_VERSION"), "18\n");
    const { code, stderr } = await stack.run("start.ts");
    expect(stderr).toMatch(
      /holds data, but the file with its keys, .*secrets\.env, is gone\. Put that/,
    );
    expect(existsSync(stack.paths.secrets)).toBe(false);
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("a disk that is full or closed to it", async () => {
    const folder = makeUnusableFolder();
    const { code, stderr } = await stack.run("start.ts", [], { GENIE_DATA_DIR: folder.path });
    folder.remove();
    expect(stderr).toMatch(folder.sentence);
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("a database that does not answer, without telling its password", async () => {
    const url = `postgresql://genie:hunter2@127.0.0.1:${await findFreePort()}/genie`;
    const env = { DATABASE_URL: url, QUEUES_DATABASE_URL: url.replace(/genie$/, "queues") };
    const { code, stderr } = await stack.run("start.ts", [], env);
    expect(stderr).toMatch(
      /^The database behind DATABASE_URL does not answer \(ECONNREFUSED\)\. Check/,
    );
    expect(stderr).not.toContain("hunter2");
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("a database of one's own without a place for the queues", async () => {
    const url = "postgresql://genie:hunter2@127.0.0.1:1/genie";
    const { code, stderr } = await stack.run("start.ts", [], { DATABASE_URL: url });
    expect(stderr).toMatch(/^DATABASE_URL is set, but nothing says where the queues live\. Set/);
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("a database for the queues that does not answer", async () => {
    const url = `postgresql://genie:hunter2@127.0.0.1:${await findFreePort()}/queues`;
    const { code, stderr } = await stack.run("start.ts", [], { QUEUES_DATABASE_URL: url });
    expect(stderr).toMatch(/^The database behind QUEUES_DATABASE_URL does not answer \(ECONNREF/);
    expect(stderr).not.toContain("hunter2");
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });

  it("a Redis that does not answer", async () => {
    const url = `redis://127.0.0.1:${await findFreePort()}`;
    const { code, stderr } = await stack.run("start.ts", [], { REDIS_URL: url });
    expect(stderr).toMatch(/^The Redis behind REDIS_URL does not answer\. Check/);
    expect({ code, started: hasStarted() }).toEqual({ code: 1, started: false });
  });
});

describe("npm run stop", () => {
  it("says so when nothing runs", async () => {
    expect(await stack.run("stop.ts")).toEqual({
      code: 0,
      stdout: "Nothing is running.\n",
      stderr: "",
    });
  });
});

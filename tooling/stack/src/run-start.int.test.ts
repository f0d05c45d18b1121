import { statSync } from "node:fs";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readEnvFile } from "./env.ts";
import { makeStackFolder, type StackFolder } from "./testing/stack-folder.ts";
import { markProcess } from "./supervision/processes.ts";

const startDatabase = "testing/start-postgres.ts";
const inTime = { timeout: 60_000, interval: 50 };

let stack: StackFolder;

beforeEach(async () => {
  stack = await makeStackFolder();
  const { code, stderr } = await stack.run(startDatabase, ["--until-ready"]);
  if (code !== 0) throw new Error(stderr);
});
afterEach(() => stack.remove());

function pidOf(service: string): number {
  return stack.runFile().pids[service] ?? 0;
}

function kill(pid: number): void {
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, "SIGKILL");
}

async function connect(role: string, secret: string, database: string): Promise<string> {
  const { port } = new URL(String(Reflect.get(stack.runFile(), "database")));
  const password = readEnvFile(stack.paths.secrets)[secret] ?? "";
  const client = new Client({
    host: "127.0.0.1",
    port: Number(port),
    user: role,
    password,
    database,
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
    return rows[0]?.name ?? "";
  } finally {
    await client.end();
  }
}

describe("a running stack", () => {
  it("keeps its run file and its keys to its owner, and prints the first log-in once", async () => {
    const { ADMIN_PASSWORD: password = "-" } = readEnvFile(stack.paths.secrets);
    for (const path of [stack.paths.run, stack.paths.secrets]) {
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    await stack.run("stop.ts");
    const second = await stack.run(startDatabase, ["--until-ready"]);
    expect(second.stdout).toContain("Ready");
    expect(second.stdout).not.toContain(password);
  });

  it("is not started a second time on the same folder", async () => {
    const { code, stderr } = await stack.run("start.ts");
    const { supervisor } = stack.runFile();
    expect(stderr).toBe(
      `Genie Helper is already running on this data folder (process ${supervisor}). Stop it with \`npm run stop\`, or set GENIE_DATA_DIR to another folder.\n`,
    );
    expect(code).toBe(1);
  });

  it("starts a service again that was killed", async () => {
    const before = pidOf("postgres");
    kill(before);
    await vi.waitFor(() => expect(pidOf("postgres")).not.toBe(before), inTime);
    await vi.waitFor(() => connect("genie", "DATABASE_PASSWORD", "genie"), inTime);
  });

  it("gives the queues a database of their own and no way into the application's", async () => {
    const secret = "QUEUES_DATABASE_PASSWORD";
    expect(await connect("genie_queues", secret, "genie_queues")).toBe("genie_queues");
    for (const database of ["genie", "postgres"]) {
      await expect(connect("genie_queues", secret, database)).rejects.toThrow(/permission denied/);
    }
  });

  it("gives the application no way into the database of the queues", async () => {
    await expect(connect("genie", "DATABASE_PASSWORD", "genie_queues")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("refuses users of its databases that can open each other's, and tells no password", async () => {
    const { host } = new URL(String(Reflect.get(stack.runFile(), "database")));
    const { DATABASE_PASSWORD: app, DATABASE_ADMIN_PASSWORD: admin = "-" } = readEnvFile(
      stack.paths.secrets,
    );
    const other = await makeStackFolder();
    const { code, stderr } = await other.run("start.ts", [], {
      DATABASE_URL: `postgresql://genie:${app}@${host}/genie`,
      QUEUES_DATABASE_URL: `postgresql://postgres:${admin}@${host}/genie_queues`,
    });
    await other.remove();
    expect(stderr).toMatch(
      /^The users of DATABASE_URL and QUEUES_DATABASE_URL can open each other's database.*REVOKE CONNECT ON DATABASE "genie", "genie_queues" FROM PUBLIC;\n$/,
    );
    expect(stderr).not.toContain(admin);
    expect(code).toBe(1);
  });

  it("leaves no process behind when it is stopped", async () => {
    const { supervisor, pids } = stack.runFile();
    expect((await stack.run("stop.ts")).stdout).toMatch(/^Stopped\./);
    expect([supervisor, ...Object.values(pids)].map(markProcess)).toEqual([null, null]);
  });
});

describe("after the supervisor was killed", () => {
  it("npm run stop ends what it left behind", async () => {
    const { supervisor, pids } = stack.runFile();
    kill(supervisor);
    expect((await stack.run("stop.ts")).stdout).toMatch(/^Ended what an earlier run/);
    expect([supervisor, ...Object.values(pids)].map(markProcess)).toEqual([null, null]);
  });

  it("npm start ends what it left behind and goes on with the data", async () => {
    const old = pidOf("postgres");
    kill(stack.runFile().supervisor);
    const { code, stdout } = await stack.run(startDatabase, ["--until-ready"]);
    expect(stdout).toContain("Ended what an earlier run left behind: postgres.");
    expect(code).toBe(0);
    expect(markProcess(old)).toBeNull();
    expect(await connect("genie", "DATABASE_PASSWORD", "genie")).toBe("genie");
  });

  it("and its database too, npm start recovers the data", async () => {
    const { supervisor, pids } = stack.runFile();
    for (const pid of [supervisor, ...Object.values(pids)]) kill(pid);
    expect((await stack.run(startDatabase, ["--until-ready"])).code).toBe(0);
    expect(await connect("genie", "DATABASE_PASSWORD", "genie")).toBe("genie");
  });
});

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { roles } from "@genie/schema";
import { repositoryRoot } from "@genie/stack";
import { call, createUser, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restarts, type Run, strands } from "./testing/documented-commands.ts";
import { genie, main, operatorsShell } from "./testing/genie.ts";

// Commands as pages have them, on the stack under test. Each has names of its own in the place of those of the page.

const stack = stackUnderTest();
const folder = mkdtempSync(join(tmpdir(), "genie-commands-"));
const backups = join(folder, "backups");
const keyFile = join(folder, "genie-backup.key");
const minutesMs = 10 * 60_000;
let names: Record<string, () => string>;

beforeAll(async () => {
  // PostgreSQL may run as another user than we.
  chmodSync(folder, 0o711);
  const her = await createUser({ role: roles.creator.id });
  const asHer = async (path: string, body: object) => {
    const { token, address: from } = her;
    const { status, data, text } = await call("POST", path, { token, from, body });
    expect([status, text]).toEqual([200, text]);
    return data as Record<string, string>;
  };
  const username = `u${randomUUID().slice(0, 8)}`;
  const account = await asHer("/items/creator_profiles", { platform: "sandbox", username });
  const token = await asHer("/tokens", {
    name: "Commands",
    scopes: ["read", "write"],
    expires_in_days: 1,
    asks_first: false,
  });
  const asked = await call("GET", "/api/directus/users/me", { to: stack.dashboardUrl ?? "" });
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, `${token["token"]}\n`, { mode: 0o600 });
  names = {
    "<email>": () => her.email,
    "you@example.com": () => `${randomUUID()}@example.com`,
    "<account>": () => account["id"] ?? "",
    "<token>": () => tokenFile,
    "<zip>": () => join(folder, "all.zip"),
    "<id of a request>": () => asked.headers.get("x-request-id") ?? "",
    "/mnt/backups": () => backups,
    "genie-backup.key": () => keyFile,
    "<file>": () =>
      join(backups, readdirSync(backups).find((name) => name.endsWith(".age")) ?? "none"),
  };
});
afterAll(async () => {
  await genie("publishing", "go-on");
  rmSync(folder, { recursive: true, force: true });
});

describe("commands for", () => {
  const all: [string, readonly Run[]][] = Object.entries(strands);
  it.concurrent.each(all)(
    "%s",
    async (_about, commands) => {
      for (const one of commands) expect(await type(one)).toEqual(goesWell(one));
    },
    minutesMs,
  );

  it("a service that is to come back, once nobody needs it", async () => {
    for (const one of restarts) expect(await type(one)).toEqual(goesWell(one));
  });
});

type Typed = { command: string; code: number; output: string };

const goesWell = ({ command, shows }: Run): Typed => ({
  command,
  code: 0,
  output: expect.stringMatching(shows),
});

/** Types it into a shell, in the repository, or where the backup is; npm itself is left out on the way to `genie`. */
function type({ command, restored, answer }: Run): Promise<Typed> {
  const named = Object.entries(names).reduce(
    (text, [name, value]) => (text.includes(name) ? text.replaceAll(name, value()) : text),
    command,
  );
  const line = named.replace(/^npm run genie --/, `"${process.execPath}" "${main}"`);
  const shell = spawn("bash", ["-c", line], {
    cwd: /^(npm|openssl)/.test(command) ? repositoryRoot : backups,
    env: {
      ...operatorsShell,
      GENIE_DATA_DIR: restored ? join(folder, "restored") : dirname(stack.runFile),
      BACKUP_RECIPIENTS: publicKey(),
    },
  });
  let output = "";
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on("data", (text: Buffer) => (output += text.toString()));
  }
  shell.stdin.end(answer === undefined ? "" : `${answer}\n`);
  return new Promise((resolve) => {
    shell.on("close", (code) => resolve({ command, code: code ?? 1, output }));
  });
}

/** As the runbook says, it is among the settings once it was made. */
const publicKey = () =>
  existsSync(keyFile) ? (readFileSync(keyFile, "utf8").match(/age1\w+/)?.[0] ?? "") : "";

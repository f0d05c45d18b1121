import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32, deflateSync } from "node:zlib";
import { roles } from "@genie/schema";
import {
  ask as askAt,
  type Asking,
  createUser,
  findFreePort,
  openDatabase,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { processEnv } from "../env.ts";
import { repositoryRoot } from "../paths.ts";
import { freePorts } from "../ports.ts";
import { freshSecrets } from "../secrets.ts";
import { inheritedEnv } from "../service-env.ts";
import { answersOk } from "../supervision/service.ts";
import { runNginx } from "../testing/run-nginx.ts";
import { createPm2 } from "../testing/run-pm2.ts";
import { findTool } from "../tools/find-tool.ts";
import { missingSentence, tools } from "../tools/tool.ts";
import { isRunning, markProcess } from "../supervision/processes.ts";

// The services of an installation on the data of the stack under test, as an operator runs them: by pm2 from one
// .env, with nginx and TLS in front.

const stack = stackUnderTest();
const database = openDatabase();
const runFile = promisify(execFile);
const prepare = join(repositoryRoot, "tooling", "stack", "src", "prepare.ts");
const names = ["agentx-cms", "dashboard", "browser", "mcp", "worker"];
const folder = mkdtempSync(join(tmpdir(), "genie-deployed-"));
/** Of the block of loopback, so that it is nginx' word alone that tells it from the proxy's own. */
const caller = "127.0.0.7";

let ports: Record<string, string>;
let nginx: Awaited<ReturnType<typeof runNginx>>;
let pm2: ReturnType<typeof createPm2>;
let secrets: ReturnType<typeof freshSecrets>;
let person: Awaited<ReturnType<typeof createUser>>;
let cookie: string;

const ask = (path: string, asking: Omit<Asking, "ca" | "from"> = {}) =>
  askAt(`${nginx.origin}${path}`, { ...asking, ca: nginx.ca, from: caller });

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: nginx.origin, ...headers },
    body: JSON.stringify(body),
  });

const dataOf = (text: string) => (JSON.parse(text) as { data: Record<string, string> }).data;

beforeAll(async () => {
  const program = await findTool(tools.nginx, processEnv());
  if (program === null) throw new Error(missingSentence(tools.nginx));
  ports = await freePorts();
  for (const name of ["PLAIN", "TLS"]) ports[name] = String(await findFreePort());
  const port = (name: string) => Number(ports[name]);
  nginx = await runNginx({
    program,
    folder,
    ports: { plain: port("PLAIN"), tls: port("TLS"), dashboard: port("DASHBOARD_PORT") },
  });
  secrets = {
    ...freshSecrets(),
    DIRECTUS_ADMIN_TOKEN: stack.adminToken,
    WORKER_TOKEN: stack.workerToken,
    SEALING_KEYS: stack.sealingKeys,
    SEALING_PRIMARY_KEY: stack.sealingPrimaryKey,
  };
  const settings = Object.entries({
    ...secrets,
    ...ports,
    GENIE_DATA_DIR: join(folder, "data"),
    DASHBOARD_URL: nginx.origin,
    TRUSTED_PROXIES: "127.0.0.1",
    DATABASE_URL: stack.databaseUrl,
    QUEUES_DATABASE_URL: stack.queuesDatabaseUrl,
  });
  const envFile = join(folder, ".env");
  writeFileSync(envFile, settings.map(([name, value]) => `${name}=${value}\n`).join(""));
  const deployed = { ...inheritedEnv(processEnv()), GENIE_ENV_FILE: envFile };
  pm2 = createPm2(folder, deployed);
  // A release is prepared while the one before runs.
  await Promise.all([
    pm2.start(),
    runFile(process.execPath, [prepare, "--database-only"], { env: deployed }),
  ]);
  await allAnswer();
  person = await createUser({ role: roles.creator.id });
}, 240_000);

afterAll(async () => {
  await pm2.end();
  await nginx.stop();
  await database.query("delete from directus_files where uploaded_by = $1", [person.id]);
  await database.query("delete from directus_users where id = $1", [person.id]);
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string, path: string) => `http://127.0.0.1:${ports[name]}${path}`;

async function allAnswer() {
  for (const url of [
    at("DIRECTUS_PORT", "/health"),
    at("DASHBOARD_PORT", "/health"),
    at("BROWSER_PORT", "/health"),
    at("MCP_PORT", "/health"),
    at("WORKER_PORT", "/health"),
  ]) {
    await vi.waitFor(
      async () => {
        if (!(await answersOk(url))) throw new Error(`${url} does not answer.`);
      },
      { timeout: 60_000, interval: 200 },
    );
  }
}

describe("nginx in front", () => {
  it("sends people from http to https, with the path", async () => {
    const plain = `http://localhost:${ports["PLAIN"]}/app/media?view=list`;
    const { status, headers } = await fetch(plain, { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([308, `${nginx.origin}/app/media?view=list`]);
  });

  it("pages have their security headers once, and HSTS, and nothing names the server's version", async () => {
    const { status, headers } = await ask("/login");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      server: "nginx",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`frame-src ${nginx.origin}/api/directus/admin/;`);
  });

  it("Directus' own panel may be framed by our origin and by no other", async () => {
    const { status, headers } = await ask("/api/directus/admin/");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'self'(;|$)/);
    expect(headers["strict-transport-security"]).toBeDefined();
  });

  it("a log-in gives a cookie that is bound to the origin, and its address is the caller's, whatever she claims", async () => {
    const forged = {
      "x-forwarded-for": "203.0.113.9",
      "x-real-ip": "203.0.113.9",
      forwarded: "for=203.0.113.9",
      "x-genie-proxy": "a guess",
    };
    const { email, password } = person;
    const said = await post(
      "/api/directus/auth/login",
      { email, password, mode: "session" },
      forged,
    );
    expect(said.status).toBe(200);
    const [set = ""] = said.headers["set-cookie"] ?? [];
    expect(set).toMatch(/^__Host-genie_session=.+; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
    cookie = set.split(";")[0] ?? "";
    expect((await ask("/api/directus/users/me", { headers: { cookie } })).status).toBe(200);
    const { rows } = await database.query<{ ip: string }>(
      `select ip from directus_sessions where "user" = $1 order by expires desc limit 1`,
      [person.id],
    );
    expect(rows).toEqual([{ ip: caller }]);
  });

  it("a page of somebody else's writes nothing", async () => {
    const headers = { cookie, origin: "https://evil.example" };
    const said = await post("/api/directus/users/me", { first_name: "Mallory" }, headers);
    expect(said.status).toBe(403);
  });

  it("a file of several megabytes arrives, one that is too large is refused in words", async () => {
    const form = new FormData();
    form.append("file", new File([noise(1000, 1000)], "noise.png", { type: "image/png" }));
    const request = new Request("http://localhost", { method: "POST", body: form });
    const headers = {
      cookie,
      origin: nginx.origin,
      "content-type": request.headers.get("content-type") ?? "",
    };
    const body = Buffer.from(await request.arrayBuffer());
    expect(body.length).toBeGreaterThan(2_000_000);
    const said = await ask("/api/directus/uploads", { method: "POST", headers, body });
    expect([said.status, said.text]).toEqual([200, expect.stringContaining("noise.png")]);

    const tooLarge = { ...headers, "content-length": String(5000 * 2 ** 20) };
    const refused = await ask("/api/directus/uploads", { method: "POST", headers: tooLarge });
    expect([refused.status, refused.text]).toEqual([
      413,
      expect.stringContaining("larger than the server takes. Nothing was saved"),
    ]);
    expect(refused.headers["strict-transport-security"]).toBeDefined();
  });

  it("agents reach their tools with a token, and nothing without one", async () => {
    const made = await post(
      "/api/directus/tokens",
      { name: "an agent", scopes: ["read"], expires_in_days: 1 },
      { cookie },
    );
    const list = { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} };
    const accept = { accept: "application/json, text/event-stream" };
    const bearer = { ...accept, authorization: `Bearer ${dataOf(made.text)["token"]}` };
    const said = await post("/mcp", list, bearer);
    expect([said.status, said.text]).toEqual([200, expect.stringContaining("get-me")]);
    expect((await post("/mcp", list, accept)).status).toBe(401);
  });

  it("the live view of a browser comes through, for her on our own page alone", async () => {
    const asked = await openAsked();
    const enter = async () => {
      const said = await post("/api/directus/people/enter", { hitl_session_id: asked }, { cookie });
      return dataOf(said.text)["ticket"] ?? "";
    };
    expect((await view(await enter(), "https://evil.example")).status).toBe(403);
    const ticket = await enter();
    expect((await view(ticket, nginx.origin)).status).toBe(101);
    expect((await view(ticket, nginx.origin)).status).toBe(403);
  });

  it("has nothing to complain about", () => {
    expect(nginx.complaints()).not.toMatch(/\[(emerg|alert|crit|warn)\]/);
  });
});

const view = (ticket: string, origin: string) =>
  ask(`/api/live/${ticket}`, {
    headers: {
      cookie,
      origin,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": Buffer.alloc(16, 1).toString("base64"),
    },
  });

/** A log-in of hers that waits, with a browser of the deployed service. */
async function openAsked(): Promise<string> {
  const opened = await fetch(at("BROWSER_PORT", "/sessions"), {
    method: "POST",
    headers: {
      authorization: `Bearer ${secrets.BROWSER_TOKEN}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ allowed_hosts: ["sandbox.localhost"] }),
  });
  const [line = ""] = (await opened.text()).split("\n");
  const { session_id: browser } = JSON.parse(line) as { session_id: string };
  const [profile, asked] = [randomUUID(), randomUUID()];
  await database.query(
    "insert into creator_profiles (id, user_id, platform, username) values ($1, $2, 'sandbox', $3)",
    [profile, person.id, profile],
  );
  await database.query(
    `insert into hitl_sessions (id, user_id, creator_profile_id, platform, reason, browser_session_id)
     values ($1, $2, $3, 'sandbox', 'login', $4)`,
    [asked, person.id, profile, browser],
  );
  return asked;
}

describe("pm2", () => {
  it("runs each service under its name, and knows none of the keys", async () => {
    const { text, processes } = await pm2.list();
    expect(processes.map(({ name, pm2_env: { status } }) => [name, status])).toEqual(
      names.map((name) => [name, "online"]),
    );
    await pm2.save();
    const dump = readFileSync(join(folder, "pm2", "dump.pm2"), "utf8");
    for (const name of ["SEALING_KEYS", "SECRET", "PROXY_SECRET", "BROWSER_TOKEN"] as const) {
      expect([name, text.includes(secrets[name]), dump.includes(secrets[name])]).toEqual([
        name,
        false,
        false,
      ]);
    }
  });

  it("restarts a service; nginx says so until it is back", async () => {
    const before = await pm2.pidOf("dashboard");
    await pm2.stop("dashboard");
    const page = await ask("/login");
    expect([page.status, page.headers["retry-after"]]).toEqual([503, "5"]);
    expect(page.text).toMatch(/^Genie Helper is not answering\./);
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    const data = await ask("/api/directus/users/me", { headers: { cookie } });
    expect([data.status, JSON.parse(data.text)]).toMatchObject([
      503,
      { errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] },
    ]);
    await pm2.restart("dashboard");
    await allAnswer();
    expect(await pm2.pidOf("dashboard")).not.toBe(before);
    expect((await ask("/api/directus/users/me", { headers: { cookie } })).status).toBe(200);
  });

  it("starts a service again that was killed", async () => {
    const before = Number(await pm2.pidOf("mcp"));
    process.kill(before, "SIGKILL");
    await expect.poll(() => pm2.pidOf("mcp"), { timeout: 30_000 }).not.toBe(before);
    await allAnswer();
  });

  it("stops all of them, and nothing is left", async () => {
    const { processes } = await pm2.list();
    const marks = processes.flatMap(({ pid }) => markProcess(pid) ?? []);
    expect(marks).toHaveLength(names.length);
    await pm2.stop("all");
    expect(marks.filter(isRunning)).toEqual([]);
  });
});

/** A PNG that can't be made smaller. */
function noise(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((width * 3 + 1) * height);
  for (let at = 0; at < rows.length; at += 1) {
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : (at * 2_654_435_761) >>> 13;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 0 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

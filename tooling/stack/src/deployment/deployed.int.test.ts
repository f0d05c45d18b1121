import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { roles } from "@genie/schema";
import {
  createUser,
  endClaim,
  holdProcess,
  holdWorker,
  openDatabase,
  sandboxAdmin,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRunning, markProcess } from "../supervision/processes.ts";
import { noise } from "../testing/noise.ts";
import { type Installation, runInstallation } from "../testing/run-installation.ts";
import { endLock, workOnSandbox } from "../testing/work-on-sandbox.ts";

const database = openDatabase();
let installation: Installation;
let person: Awaited<ReturnType<typeof createUser>>;
let cookie: string;

const ask: Installation["ask"] = (...asked) => installation.ask(...asked);
const post: Installation["post"] = (...asked) => installation.post(...asked);
const dataOf = (text: string) => (JSON.parse(text) as { data: Record<string, string> }).data;

beforeAll(async () => {
  installation = await runInstallation();
  person = await createUser({ role: roles.creator.id });
});

afterAll(async () => {
  await installation.end();
  await database.query("delete from directus_files where uploaded_by = $1", [person.id]);
  await database.query("delete from directus_users where id = $1", [person.id]);
  await database.end();
});

const patience = { timeout: 150_000, interval: 250 };

describe("nginx in front", () => {
  it("sends people from http to https, with the path", async () => {
    const plain = `${installation.nginx.plainOrigin}/app/media?view=list`;
    const { status, headers } = await fetch(plain, { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([
      308,
      `${installation.nginx.origin}/app/media?view=list`,
    ]);
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
    expect(policy).toContain(`frame-src ${installation.nginx.origin}/api/directus/admin/;`);
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
    expect(rows).toEqual([{ ip: installation.caller }]);
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
      origin: installation.nginx.origin,
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
    const { asked, browser } = await openAsked();
    const enter = async () => {
      const said = await post("/api/directus/people/enter", { hitl_session_id: asked }, { cookie });
      return dataOf(said.text)["ticket"] ?? "";
    };
    expect((await view(await enter(), "https://evil.example")).status).toBe(403);
    const ticket = await enter();
    expect((await view(ticket, installation.nginx.origin)).status).toBe(101);
    expect((await view(ticket, installation.nginx.origin)).status).toBe(403);
    await atBrowser("DELETE", `/sessions/${browser}`);
  });

  it("has nothing to complain about", () => {
    expect(installation.nginx.complaints()).not.toMatch(/\[(emerg|alert|crit|warn)\]/);
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
async function openAsked(): Promise<{ asked: string; browser: string }> {
  const opened = await atBrowser("POST", "/sessions", { allowed_hosts: ["sandbox.localhost"] });
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
  return { asked, browser };
}

const atBrowser = (method: "DELETE" | "POST", path: string, body?: object) =>
  fetch(`${installation.at("BROWSER_PORT")}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${installation.secrets.BROWSER_TOKEN}`,
      "content-type": "application/json",
    },
    ...(body && { body: JSON.stringify(body) }),
  });

const holdFirst = async () => holdProcess(Number(await installation.pm2.pidOf("worker")));

describe("two workers and two browser services", () => {
  const killed = ["worker-2", "browser-2"] as const;
  let work: ReturnType<typeof workOnSandbox>;
  let letStackGoOn: () => void;

  beforeAll(async () => {
    // The stack's own worker is on the same queues.
    letStackGoOn = await holdWorker();
    work = workOnSandbox(installation, cookie, database);
  });
  afterAll(() => letStackGoOn());

  it("lose nothing and do nothing twice when one of each is killed at its work", async () => {
    const readBySecond = await work.connect(2, { posts: 6 });
    const readByFirst = await work.connect(1, { posts: 6 });
    const posters = [await work.connect(1, { posts: 1 }), await work.connect(2, { posts: 1 })];
    for (const { username } of [readBySecond, readByFirst]) {
      await sandboxAdmin("POST", "/faults", { kind: "slow", username, ms: 5_000 });
    }
    for (const { username } of posters) {
      await sandboxAdmin("POST", "/faults", { kind: "accept_then_hang", username });
    }

    const letFirstGoOn = await holdFirst();
    const readings = [await work.orderReading(readBySecond)];
    await expect.poll(() => work.stateOf("media_jobs", readings[0] ?? ""), patience).toBe("active");
    const taken = posters.map((account) => work.taken(account));
    const posts = await Promise.all(posters.map((account) => work.plan(account, "In hand")));
    await Promise.all(taken);
    letFirstGoOn();
    // A worker reads one account at a time, and the second has one in hand.
    readings.push(await work.orderReading(readByFirst));
    await expect.poll(() => work.stateOf("media_jobs", readings[1] ?? ""), patience).toBe("active");
    for (const browser of [1, 2] as const) {
      await expect.poll(() => work.openSessions(browser), patience).toBeGreaterThan(0);
    }

    const before = await Promise.all(killed.map((name) => installation.pm2.pidOf(name)));
    for (const pid of before) process.kill(Number(pid), "SIGKILL");
    await sandboxAdmin("DELETE", "/faults");
    await endLock(readings[0] ?? "");
    for (const id of posts) await endClaim(database, id);
    for (const [at, name] of killed.entries()) {
      await expect.poll(() => installation.pm2.pidOf(name), patience).not.toBe(before[at]);
    }
    await installation.allAnswer();

    for (const id of posts) {
      await expect.poll(() => work.stateOf("scheduled_posts", id), patience).toBe("published");
    }
    for (const account of posters) {
      expect(await work.shownOn(account)).toEqual({ captions: ["In hand"], duplicates: 0 });
    }
    for (const id of readings) {
      await expect.poll(() => work.stateOf("media_jobs", id), patience).toBe("completed");
    }
    for (const account of [readBySecond, readByFirst]) {
      expect(await work.libraryOf(account)).toEqual({ entries: 6, posts: 6 });
    }
  });

  it("both take their part again, and leave no browser open", async () => {
    const account = await work.connect(2, { posts: 1 });
    const letFirstGoOn = await holdFirst();
    // Its page is opened some time before the post is due.
    const id = await work.plan(account, "By those that came back", 5_000);
    await expect.poll(() => work.openSessions(2), { ...patience, interval: 50 }).toBe(1);
    await expect.poll(() => work.stateOf("scheduled_posts", id), patience).toBe("published");
    letFirstGoOn();
    expect((await work.shownOn(account)).captions).toEqual(["By those that came back"]);
    for (const browser of [1, 2] as const) {
      await expect.poll(() => work.openSessions(browser), patience).toBe(0);
    }
  });
});

describe("pm2", () => {
  it("runs each service under its name, and knows none of the keys", async () => {
    const { text, processes } = await installation.pm2.list();
    expect(processes.map(({ name, pm2_env: { status } }) => [name, status])).toEqual(
      installation.names.map((name) => [name, "online"]),
    );
    await installation.pm2.save();
    const dump = readFileSync(join(installation.folder, "pm2", "dump.pm2"), "utf8");
    for (const name of ["SEALING_KEYS", "SECRET", "PROXY_SECRET", "BROWSER_TOKEN"] as const) {
      expect([
        name,
        text.includes(installation.secrets[name]),
        dump.includes(installation.secrets[name]),
      ]).toEqual([name, false, false]);
    }
  });

  it("restarts a service; nginx says so until it is back", async () => {
    const before = await installation.pm2.pidOf("dashboard");
    await installation.pm2.stop("dashboard");
    const page = await ask("/login");
    expect([page.status, page.headers["retry-after"]]).toEqual([503, "5"]);
    expect(page.text).toMatch(/^Genie Helper is not answering\./);
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    const data = await ask("/api/directus/users/me", { headers: { cookie } });
    expect([data.status, JSON.parse(data.text)]).toMatchObject([
      503,
      { errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] },
    ]);
    await installation.pm2.restart("dashboard");
    await installation.allAnswer();
    expect(await installation.pm2.pidOf("dashboard")).not.toBe(before);
    expect((await ask("/api/directus/users/me", { headers: { cookie } })).status).toBe(200);
  });

  it("starts a service again that was killed", async () => {
    const before = Number(await installation.pm2.pidOf("mcp"));
    process.kill(before, "SIGKILL");
    await expect.poll(() => installation.pm2.pidOf("mcp")).not.toBe(before);
    await installation.allAnswer();
  });

  it("stops all of them, and nothing is left", async () => {
    const { processes } = await installation.pm2.list();
    const marks = processes.flatMap(({ pid }) => markProcess(pid) ?? []);
    expect(marks).toHaveLength(installation.names.length);
    await installation.pm2.stop("all");
    await expect.poll(() => marks.filter(isRunning), patience).toEqual([]);
    // The browsers of the service that was killed neither.
    const data = join(installation.folder, "data");
    const left = async () => {
      const { stdout } = await promisify(execFile)("ps", ["-ww", "-eo", "args="]);
      return stdout.split("\n").filter((line) => line.includes(data));
    };
    await expect.poll(left, patience).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { request } from "node:http";
import { ExportManifest, exportedCollections, neverExported, roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  makePersonWithEverything,
  type PersonWithEverything,
} from "../../testing/person-with-everything.ts";
import { readZip } from "../../testing/read-zip.ts";

const { adminToken, directusUrl, proxySecret } = stackUnderTest();
const database = openDatabase();
let alice: PersonWithEverything;
let bob: TestUser;

beforeAll(async () => {
  alice = await makePersonWithEverything(database);
  bob = await createUser({ role: roles.creator.id });
});
afterAll(async () => {
  await database.end();
});

const ask = (who: TestUser, body: object = { current: who.password }) =>
  call("POST", "/your-data/exports", { token: who.token, from: who.address, body });

async function ticketFor(who: TestUser): Promise<string> {
  const { data, text, status } = await ask(who);
  expect([status, text]).toEqual([200, text]);
  return (data as { ticket: string }).ticket;
}

async function download(ticket: string, token: string): Promise<{ status: number; bytes: Buffer }> {
  const answer = await fetch(`${directusUrl}/your-data/exports/${ticket}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const statesOf = async (who: TestUser) => {
  const { rows } = await database.query<{ status: string }>(
    "select status from data_transfers where user_id = $1 order by date_created desc nulls last",
    [who.id],
  );
  return rows.map(({ status }) => status);
};

describe("an export", () => {
  it("has everything of hers, and nothing of anybody else's", async () => {
    const { status, bytes } = await download(await ticketFor(alice), alice.token);
    expect(status).toBe(200);
    const files = await readZip(bytes);
    const manifest = ExportManifest.parse(JSON.parse(String(files.get("manifest.json"))));
    expect([...files.keys()].at(-1)).toBe("manifest.json");

    for (const { name, path } of exportedCollections) {
      const lines = String(files.get(`${path}.jsonl`))
        .trimEnd()
        .split("\n");
      const ids = lines.map((line) => String((JSON.parse(line) as { id: unknown }).id));
      expect([name, ids]).toEqual([name, expect.arrayContaining([alice.rows.ids.get(name)])]);
      expect([name, manifest.rows[name]]).toEqual([name, lines.length]);
      const table = String(files.get(`${path}.csv`)).split("\r\n");
      expect([name, table[0]?.replace("\uFEFF", "").split(",")[0]]).toEqual([name, "id"]);
    }
    expect(files.get(`library/media/${alice.file.name}`)).toEqual(alice.file.bytes);
    // The row of a file that was never stored.
    expect(manifest.missing.map(({ id }) => id)).toEqual([alice.rows.ids.get("directus_files")]);
    expect(String(files.get("README.txt"))).toContain("connect your accounts anew");

    for (const { path, size_bytes: size, sha256 } of manifest.entries) {
      const content = files.get(path) ?? Buffer.alloc(0);
      expect([path, content.length]).toEqual([path, size]);
      expect([path, createHash("sha256").update(content).digest("hex")]).toEqual([path, sha256]);
    }
    expect(manifest.entries).toHaveLength(files.size - 1);
    await expect.poll(() => statesOf(alice)).toContain("completed");
  });

  it("has no secret, no sealed value and no hash", async () => {
    const { rows } = await database.query<{ secret: string }>(
      `select credentials::text as secret from creator_profiles where user_id = $1
       union all select cookies::text from platform_sessions where user_id = $1
       union all select params::text from confirmations where user_id = $1
       union all select params_hash from confirmations where user_id = $1
       union all select hash from api_tokens where user_id = $1
       union all select code_hash from extension_pairings where user_id = $1
       union all select ticket_hash from hitl_sessions where user_id = $1
       union all select claim_token from scheduled_posts where user_id = $1
       union all select password from directus_users where id = $1`,
      [alice.id],
    );
    expect(rows).toHaveLength(9);
    const files = await readZip((await download(await ticketFor(alice), alice.token)).bytes);
    const text = [...files.values()].map(String).join("\n");
    expect(rows.filter(({ secret }) => text.includes(secret.slice(0, 200)))).toEqual([]);
    expect(text).not.toContain("cb1.");
    for (const name of neverExported.keys()) expect(text).not.toContain(`${name}.jsonl`);
  });
});

describe("the way to an export", () => {
  it("is opened once, by her alone", async () => {
    const ticket = await ticketFor(alice);
    expect((await download(ticket, bob.token)).status).toBe(403);
    const head = await call("HEAD", `/your-data/exports/${ticket}`, { token: alice.token });
    expect(head.status).toBe(404);
    expect((await download(ticket, alice.token)).status).toBe(200);
    expect((await download(ticket, alice.token)).status).toBe(403);
  });

  it("needs her password, and no program and no stranger gets it", async () => {
    const wrong = await ask(bob, { current: "not it" });
    expect([wrong.status, wrong.errors[0]?.extensions?.code]).toEqual([400, "WRONG_PASSWORD"]);
    expect((await ask(bob, { user: alice.id })).status).toBe(403);
    const made = await call("POST", "/tokens", {
      token: bob.token,
      from: bob.address,
      body: { name: "a program", scopes: ["write"], expires_in_days: 1, asks_first: false },
    });
    const { token } = made.data as { token: string };
    expect((await ask({ ...bob, token })).status).toBe(403);
    const stranger = await call("POST", "/your-data/exports", { body: { current: bob.password } });
    expect(stranger.status).toBe(403);
    expect(await statesOf(bob)).toEqual([]);
  });

  it("is the operator's as well, to the same file", async () => {
    const made = await call("POST", "/your-data/exports", {
      token: adminToken,
      body: { user: alice.id },
    });
    const { ticket } = made.data as { ticket: string };
    const files = await readZip((await download(ticket, adminToken)).bytes);
    expect(files.get(`library/media/${alice.file.name}`)).toEqual(alice.file.bytes);
    const nobody = await call("POST", "/your-data/exports", {
      token: adminToken,
      body: { user: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c9999" },
    });
    expect(nobody.status).toBe(404);
  });

  it("is one at a time, and a download that is cut off or stopped is not whole", async () => {
    // More than all buffers on the way hold, so that it is under way for as long as nobody reads on.
    await database.query(
      `insert into conversations (id, user_id, title, messages)
       select gen_random_uuid(), $1, 'long', json_build_array(json_build_object('text',
         (select string_agg(md5(random()::text || n || m), '') from generate_series(1, 4000) m)))
         from generate_series(1, 150) n`,
      [bob.id],
    );
    const held = await startReading(await ticketFor(bob), bob.token);
    await expect.poll(() => statesOf(bob)).toEqual(["running"]);
    const second = await ask(bob);
    expect([second.status, second.errors[0]?.message]).toEqual([
      409,
      expect.stringContaining("under way"),
    ]);
    held.destroy();
    await expect.poll(() => statesOf(bob)).toEqual(["failed"]);

    const { data } = await ask(bob);
    const { id, ticket } = data as { id: string; ticket: string };
    const stopped = await startReading(ticket, bob.token);
    await expect.poll(() => statesOf(bob)).toContain("running");
    const stop = (who: TestUser) =>
      call("POST", `/your-data/transfers/${id}/stop`, { token: who.token, from: who.address });
    expect((await stop(alice)).data).toEqual({ stopped: false });
    expect((await stop(bob)).data).toEqual({ stopped: true });
    // It can't get to its end before the gate notices.
    const lock = await database.connect();
    await lock.query("begin; lock table conversations in access exclusive mode");
    await expect(stopped.readOn()).rejects.toThrow("aborted");
    await lock.query("rollback");
    lock.release();
    expect(await statesOf(bob)).toEqual(["cancelled", "failed"]);
  });
});

/** Begins a download and reads no further until it is told to. */
function startReading(ticket: string, token: string) {
  return new Promise<{ destroy: () => void; readOn: () => Promise<number> }>((resolve, reject) => {
    const asked = request(`${directusUrl}/your-data/exports/${ticket}`, {
      headers: { authorization: `Bearer ${token}`, "x-genie-proxy": proxySecret },
    });
    asked.on("error", reject);
    asked.on("response", (response) => {
      response.pause();
      resolve({
        destroy: () => asked.destroy(),
        readOn: async () => {
          let bytes = 0;
          for await (const chunk of response) bytes += (chunk as Buffer).length;
          return bytes;
        },
      });
    });
    asked.end();
  });
}

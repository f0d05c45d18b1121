import { readdirSync } from "node:fs";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { exportedCollections, ImportResult, mostImportBytes, roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { buffer, text as textOf } from "node:stream/consumers";
import { createHash, randomUUID } from "node:crypto";
import { fillEveryCollection } from "../../testing/fill-every-collection.ts";
import { heldFiles } from "../../testing/held-files.ts";
import { readZip } from "../../testing/read-zip.ts";
import { notImported } from "./import-plan.ts";

const { directusUrl, uploadsFolder } = stackUnderTest();
const database = openDatabase();
let alice: TestUser;
let bob: TestUser;
let exported: Buffer;

beforeAll(async () => {
  [alice, bob] = await Promise.all([
    createUser({ role: roles.creator.id }),
    createUser({ role: roles.creator.id }),
  ]);
  await fillEveryCollection(database, alice);
  exported = await exportOf(alice);
});
afterAll(async () => {
  await database.end();
});

const patience = { timeout: 60_000, interval: 100 };

type Row = Record<string, unknown> & { id: string };

describe("an import", () => {
  it("brings in what was exported, and exported again it is the same", async () => {
    const result = await importFor(bob, exported);
    expect(result.problems).toEqual([]);
    const [before, after] = [await rowsOf(exported), await rowsOf(await exportOf(bob))];
    for (const { name } of exportedCollections) {
      if (notImported.has(name)) continue;
      expect([name, comparable(name, after)]).toEqual([name, comparable(name, before)]);
    }
    expect(
      after
        .get("scheduled_posts")
        ?.map(({ caption, status }) => [caption, status])
        .toSorted(),
    ).toEqual([
      ["called off", "cancelled"],
      ["planned", "draft"],
    ]);
    expect(after.get("creator_profiles")).toMatchObject([
      { connection_status: "needs_login", scrape_enabled: false, username: "robin" },
    ]);
    // Hers alone: nothing of the other person's is referred to.
    const ids = [...before.values()].flat().map(({ id }) => id);
    const text = JSON.stringify([...after.values()]);
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });

  it("adds nothing when it is imported again, and brings what was missing", async () => {
    const count = async () => (await rowsOf(await exportOf(bob))).get("scheduled_posts")?.length;
    const again = await importFor(bob, exported);
    expect(again.came_in).toEqual({});
    expect(await count()).toBe(2);
    await database.query("delete from scheduled_posts where user_id = $1 and caption = 'planned'", [
      bob.id,
    ]);
    const missing = await importFor(bob, exported);
    expect(missing.came_in).toMatchObject({ scheduled_posts: 1 });
    expect(await count()).toBe(2);
    expect(readdirSync(uploadsFolder).filter((name) => name.startsWith("import-"))).toEqual([]);
  });

  it("adds nothing where it is from, and brings back what was deleted there", async () => {
    const eve = await createUser({ role: roles.creator.id });
    await fillEveryCollection(database, eve);
    const hers = await exportOf(eve);
    expect((await importFor(eve, hers)).came_in).toEqual({});
    await database.query("delete from saved_views where user_id = $1", [eve.id]);
    expect((await importFor(eve, hers)).came_in).toEqual({ saved_views: 1 });
    expect((await importFor(eve, hers)).came_in).toEqual({});
  });

  it("leaves out a picture that is none, and what needs it does without", async () => {
    const carol = await createUser({ role: roles.creator.id });
    const files = await readZip(exported);
    files.set("library/media/sun.png", Buffer.from("<svg onload=alert(1)>"));
    const rows = String(files.get("library/files.jsonl")).trimEnd().split("\n");
    const renamed = rows.map((line) => ({
      ...(JSON.parse(line) as Row),
      filename_download: "n".repeat(1_000_000),
    }));
    const lines = renamed.map((row) => `${JSON.stringify(row)}\n`);
    files.set("library/files.jsonl", Buffer.from(lines.join("")));
    const result = await importFor(carol, await zipOf(files));
    await expect.poll(() => heldFiles(`${uploadsFolder}/import-`), patience).toEqual([]);
    expect(result.problems.every(({ reason }) => reason.length <= 500)).toBe(true);
    expect(result.left_out).toMatchObject({ directus_files: 1 });
    expect(result.problems).toMatchObject([
      { collection: "directus_files", reason: expect.stringContaining("not a picture or video") },
      { collection: "scraped_media_files" },
    ]);
    expect(result.came_in).toMatchObject({ scraped_media: 1, scheduled_posts: 2 });
  });

  it.each<[string, (files: Map<string, Buffer>) => void, boolean, string]>([
    [
      "a file that was changed",
      (files) => files.set("README.txt", Buffer.from("x")),
      false,
      "is not as manifest.json says",
    ],
    [
      "a path that leads out of it",
      (files) => files.set("library/media/x", Buffer.from("x")),
      true,
      "can't be opened",
    ],
    [
      "a collection that there is not",
      (files) => files.set("people/passwords.jsonl", Buffer.from("{}\n")),
      true,
      "is nothing that an export has",
    ],
    [
      "far more than it could hold",
      (files) => files.set("library/media_presets.jsonl", Buffer.alloc(30_000_000, " ")),
      true,
      "far more than any export",
    ],
    ["no manifest", (files) => files.delete("manifest.json"), false, "it is not whole"],
  ])("with %s is refused before anything is written", async (what, change, listed, sentence) => {
    const dora = await createUser({ role: roles.creator.id });
    const files = await readZip(exported);
    change(files);
    let bytes = await zipOf(files, { listed });
    if (what.startsWith("a path")) {
      bytes = Buffer.from(
        bytes.toString("latin1").replaceAll("library/media/x", "library/../../x"),
        "latin1",
      );
    }
    const refused = await importFails(dora, bytes);
    expect(refused).toContain(sentence);
    expect(refused).toContain("Nothing was imported.");
    const { rows } = await database.query("select id from creator_profiles where user_id = $1", [
      dora.id,
    ]);
    expect(rows).toEqual([]);
  });

  it("with media that are packed is refused: they would unpack to anything", async () => {
    const refused = await importFails(bob, await zipOf(await readZip(exported), { packed: true }));
    expect(refused).toContain("is packed or locked otherwise");
  });

  it("changes nothing past the rows that it brings, whatever stands where a reference should", async () => {
    const eve = await createUser({ role: roles.creator.id });
    const files = await readZip(exported);
    const forged = {
      type: "image/png",
      storage: "local",
      filename_download: "a.png",
      uploaded_by: {
        id: eve.id,
        policies: { create: [{ policy: { name: "x", admin_access: true, app_access: true } }] },
      },
    };
    let count = 0;
    for (const { path, fields, name } of exportedCollections) {
      if (notImported.has(name) || name === "directus_files") continue;
      const lines = String(files.get(`${path}.jsonl`) ?? "").trimEnd();
      const [row] = lines === "" ? [] : lines.split("\n").map((line) => JSON.parse(line) as Row);
      if (!row) continue;
      const references = fields.filter((field) => isId(row[field]) && field !== "id");
      const hostile = references.map((field, at) => ({
        ...row,
        id: randomUUID(),
        [field]: at % 2 === 0 ? forged : [forged],
      }));
      count += hostile.length;
      files.set(
        `${path}.jsonl`,
        Buffer.from(hostile.map((line) => `${JSON.stringify(line)}\n`).join("")),
      );
    }
    expect(count).toBeGreaterThan(8);
    const before = await othersRows(eve.id);
    const { problems } = await importFor(eve, await zipOf(files));
    expect(problems.length).toBeGreaterThan(8);
    expect(await othersRows(eve.id)).toEqual(before);
  });

  it("is for a creator herself, and takes a ZIP alone", async () => {
    const viewer = await createUser({ role: roles.viewer.id });
    expect((await send(viewer, exported)).status).toBe(403);
    expect(
      (await call("POST", "/your-data/imports", { body: new Uint8Array(exported) })).status,
    ).toBe(403);
    const form = await call("POST", "/your-data/imports", {
      token: bob.token,
      from: bob.address,
      body: {},
    });
    expect(form.status).toBe(400);
    const cut = await importFails(bob, exported.subarray(0, -100));
    expect(cut).toContain("can't be opened as a ZIP");
  });

  it("is refused with a sentence when it is too large, before any of it is sent", async () => {
    const { status, text } = await announce(bob, mostImportBytes + 1);
    expect([status, text]).toEqual([
      413,
      expect.stringContaining("an import may have 50 GB at most"),
    ]);
  });
});

/** Says that so many bytes come, and sends none. */
async function announce(who: TestUser, sizeBytes: number) {
  const asked = request(`${directusUrl}/your-data/imports`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${who.token}`,
      "content-type": "application/zip",
      "content-length": sizeBytes,
    },
  });
  asked.flushHeaders();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const answer = { status: response.statusCode, text: await textOf(response) };
  asked.destroy();
  return answer;
}

/** What no import of hers may change. */
async function othersRows(user: string) {
  const { rows } = await database.query(
    `select (select count(*)::int from directus_policies) as policies,
            (select count(*)::int from directus_access) as access,
            (select count(*)::int from directus_users) as users,
            (select count(*)::int from taxonomy_dimensions) as dimensions,
            (select count(*)::int from directus_files where owner = $1 and filename_download = 'a.png') as forged,
            (select md5(string_agg(t::text, ',' order by id)) from taxonomy_dimensions t) as taxonomy,
            (select role::text || status || coalesce(password, '') from directus_users where id = $1) as herself`,
    [user],
  );
  return rows;
}

const as = (who: TestUser, method: string, path: string, body?: object) =>
  call(method, path, { token: who.token, from: who.address, ...(body && { body }) });

async function exportOf(who: TestUser): Promise<Buffer> {
  const { data } = await as(who, "POST", "/your-data/exports", { current: who.password });
  const { ticket } = data as { ticket: string };
  const answer = await fetch(`${directusUrl}/your-data/exports/${ticket}`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  return Buffer.from(await answer.arrayBuffer());
}

const send = (who: TestUser, bytes: Buffer) =>
  call("POST", "/your-data/imports", {
    token: who.token,
    from: who.address,
    headers: { "content-type": "application/zip" },
    body: new Uint8Array(bytes),
  });

type Ended = { status: string; error: string | null; result: unknown };

async function endOf(who: TestUser, bytes: Buffer): Promise<Ended> {
  const { data, status, text } = await send(who, bytes);
  expect([status, text]).toEqual([200, text]);
  const { id } = data as { id: string };
  let ended: Ended | undefined;
  await expect
    .poll(async () => {
      const { rows } = await database.query<Ended>(
        "select status, error, result from data_transfers where id = $1",
        [id],
      );
      ended = rows[0];
      return ended?.status;
    }, patience)
    .not.toBe("running");
  if (!ended) throw new Error("The import is not there.");
  return ended;
}

async function importFor(who: TestUser, bytes: Buffer): Promise<ImportResult> {
  const { status, error, result } = await endOf(who, bytes);
  expect([status, error]).toEqual(["completed", null]);
  return ImportResult.parse(result);
}

async function importFails(who: TestUser, bytes: Buffer): Promise<string> {
  const { status, error } = await endOf(who, bytes);
  expect(status).toBe("failed");
  return error ?? "";
}

async function rowsOf(bytes: Buffer): Promise<Map<string, Row[]>> {
  const files = await readZip(bytes);
  return new Map(
    exportedCollections.map(({ name, path }) => {
      const text = String(files.get(`${path}.jsonl`) ?? "").trimEnd();
      return [name, text === "" ? [] : text.split("\n").map((line) => JSON.parse(line) as Row)];
    }),
  );
}

/** Said to change, or changing by itself: who reads it later, when the gate classified it or prepared a file. */
const changes: Record<string, readonly string[]> = {
  creator_profiles: ["scrape_enabled", "date_updated"],
  directus_files: [
    "uploaded_on",
    "modified_on",
    "prepared_at",
    "filesize",
    "removed_metadata",
    "placeholder",
    "width",
    "height",
  ],
  scraped_media: ["date_updated", "classified_at", "taxonomy_concepts", "width", "height"],
  scheduled_posts: ["status", "generation", "date_updated"],
  user_personas: ["display_name", "onboarding_state"],
};

/** Rows without ids and what is said to change; references are named by nothing but that they are there. */
function comparable(name: string, rows: Map<string, Row[]>): string[] {
  const left = new Set(["id", ...(changes[name] ?? [])]);
  return (rows.get(name) ?? [])
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .filter(([field]) => !left.has(field))
          .map(([field, value]) => [
            field,
            isId(value) && field !== "dimension_id" ? "an id" : value,
          ]),
      ),
    )
    .toSorted();
}

const isId = (value: unknown) =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** A ZIP of these files; `listed` says of all of them in the manifest what they are. */
async function zipOf(
  files: Map<string, Buffer>,
  { listed = true, packed = false } = {},
): Promise<Buffer> {
  const text = files.get("manifest.json");
  if (listed && text) {
    const manifest = JSON.parse(String(text)) as { entries: unknown[] };
    manifest.entries = [...files]
      .filter(([path]) => path !== "manifest.json")
      .map(([path, bytes]) => ({
        path,
        size_bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      }));
    files.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
  }
  const zip = new ZipFile();
  for (const [path, bytes] of files) {
    zip.addBuffer(bytes, path, { compress: packed || !path.startsWith("library/media/") });
  }
  zip.end();
  return buffer(zip.outputStream);
}

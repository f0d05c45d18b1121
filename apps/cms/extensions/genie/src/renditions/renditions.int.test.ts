import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { renditionSizes } from "@genie/schema";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  claim,
  type Creator,
  dismiss,
  makeCreator,
  makeMedia,
  makePost,
  postRow,
} from "../testing/post-scene.ts";

const database = openDatabase();
const { adminToken, uploadsFolder, workerToken } = stackUnderTest();
const sizes = Object.keys(renditionSizes);
/** A WebP picture of one point. */
const webp = Buffer.from("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=", "base64");
const found = {
  width: 30,
  height: 40,
  duration_s: null,
  placeholder: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w",
  perceptual_hash: "00ff00ff00ff00ff",
};

let letWorkerGoOn: () => void;
let alice: Creator;
let bob: Creator;
beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  [alice, bob] = await Promise.all([makeCreator(database), makeCreator(database)]);
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
  letWorkerGoOn();
});

const put = (file: string, size: string, body: Uint8Array = webp, token: string = workerToken) =>
  call("PUT", `/renditions/${file}/${size}`, {
    token,
    body: new Uint8Array(body),
    headers: { "content-type": "image/webp" },
  });
const report = (file: string, body: object = found, token: string = workerToken) =>
  call("POST", `/renditions/${file}/prepared`, { token, body });
const get = (file: string, size: string, token?: string, headers: Record<string, string> = {}) =>
  call("GET", `/renditions/${file}/${size}`, { token, from: alice.address, headers });
const onDisk = (file: string) =>
  readdirSync(uploadsFolder)
    .filter((name) => name.startsWith(file))
    .toSorted();

const makeUnprepared = (options = {}) =>
  makeMedia(database, alice, { ...options, isPrepared: false });

async function prepared(): Promise<{ media: string; file: string }> {
  const made = await makeUnprepared();
  for (const size of sizes) expect((await put(made.file, size)).status).toBe(200);
  expect((await report(made.file)).status).toBe(200);
  return made;
}

describe("small pictures of a file", () => {
  it("come to its owner and to administrators, to be kept for good", async () => {
    const { file } = await prepared();
    for (const token of [alice.token, adminToken]) {
      const { status, headers } = await get(file, "small", token);
      expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
        200,
        "image/webp",
        "private, max-age=31536000, immutable",
      ]);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      const tag = headers.get("etag") ?? "";
      const again = await get(file, "small", token, { "if-none-match": tag });
      expect([again.status, again.text]).toEqual([304, ""]);
    }
  });

  it("come to nobody else, and nobody learns whether there is such a file", async () => {
    const { file } = await prepared();
    for (const token of [bob.token, undefined]) {
      const answers = await Promise.all([
        get(file, "small", token),
        get(randomUUID(), "small", token),
      ]);
      for (const { status, errors } of answers) {
        expect([status, errors[0]?.message]).toEqual([403, "There is no such file of yours."]);
      }
    }
  });

  it("are not there before the file is prepared, nor in a size that there is not", async () => {
    const { file } = await makeUnprepared();
    await put(file, "small");
    expect((await get(file, "small", alice.token)).status).toBe(404);
    expect((await get(file, "huge", alice.token)).status).toBe(404);
    expect((await get("none", "small", alice.token)).status).toBe(404);
  });

  it("are the worker's to make", async () => {
    const { file } = await makeUnprepared();
    for (const token of [alice.token, adminToken]) {
      expect((await put(file, "small", webp, token)).status).toBe(403);
      expect((await report(file, found, token)).status).toBe(403);
      const replaced = await call("PUT", `/uploads/${file}`, { token, body: form(webp) });
      expect(replaced.status).toBe(403);
    }
    expect(onDisk(file)).toEqual([]);
  });

  it("are WebP and nothing else, and of a file that is there", async () => {
    const { file } = await makeUnprepared();
    const refused = await put(file, "small", Buffer.from("<svg/>"));
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      400,
      "A small picture is WebP. Nothing was kept.",
    ]);
    expect((await put(randomUUID(), "small")).status).toBe(404);
    expect(onDisk(file)).toEqual([]);
  });

  it("are all there before a file counts as prepared", async () => {
    const { file } = await makeUnprepared();
    await put(file, "small");
    const { status, errors } = await report(file);
    expect([status, errors[0]?.message]).toEqual([
      400,
      "Send the small pictures first. Nothing was written down.",
    ]);
  });

  it("go with their file", async () => {
    const { file } = await prepared();
    await database.query("update directus_files set filename_disk = $1 where id = $2", [
      `${file}.png`,
      file,
    ]);
    expect(onDisk(file)).toHaveLength(3);
    await call("DELETE", `/files/${file}`, { token: alice.token, from: alice.address });
    expect(onDisk(file)).toEqual([]);
  });
});

describe("what was found in a file", () => {
  it("is written down on it and on its entries, whichever was there first", async () => {
    const { media, file } = await prepared();
    const later = randomUUID();
    await database.query(
      "insert into scraped_media (id, user_id, media_type, file_id) values ($1, $2, 'image', $3)",
      [later, alice.id, file],
    );
    const { rows } = await database.query(
      "select perceptual_hash, width, height from scraped_media where id = any($1)",
      [[media, later]],
    );
    const { perceptual_hash, width, height } = found;
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ perceptual_hash, width, height })));
    const stored = await call("GET", `/files/${file}`, {
      token: alice.token,
      from: alice.address,
    });
    expect(stored.data).toMatchObject({
      placeholder: found.placeholder,
      removed_metadata: [],
      preparation_problem: null,
      prepared_at: expect.any(String),
    });
  });

  it("is of the file that an entry shows now, and of none that it showed before", async () => {
    const { media } = await prepared();
    const clip = await makeUnprepared({ type: "video/mp4", kind: "video" });
    for (const size of sizes) await put(clip.file, size);
    const measured = { ...found, width: 90, height: 160, perceptual_hash: "ffff0000ffff0000" };
    await report(clip.file, { ...measured, duration_s: 12 });
    const show = async (file: string) => {
      const { status } = await call("PATCH", `/items/scraped_media/${media}`, {
        token: alice.token,
        from: alice.address,
        body: { file_id: file },
      });
      expect(status).toBe(200);
      const { rows } = await database.query(
        "select width, height, duration_s::float, perceptual_hash from scraped_media where id = $1",
        [media],
      );
      return rows[0];
    };
    expect(await show(clip.file)).toEqual({
      width: 90,
      height: 160,
      duration_s: 12,
      perceptual_hash: "ffff0000ffff0000",
    });
    const { file: unprepared } = await makeUnprepared();
    expect(await show(unprepared)).toEqual({
      width: null,
      height: null,
      duration_s: null,
      perceptual_hash: null,
    });
  });

  it("is a sentence where it could not be prepared", async () => {
    const { file } = await makeUnprepared();
    const problem = "This picture is damaged.";
    expect((await report(file, { problem })).status).toBe(200);
    const stored = await call("GET", `/files/${file}`, {
      token: alice.token,
      from: alice.address,
    });
    expect(stored.data).toMatchObject({ prepared_at: null, preparation_problem: problem });
  });

  it("keeps a post from being planned or sent while it may still say where it was taken", async () => {
    const problem = "This video can't be read.";
    const { media, file } = await makeUnprepared();
    const plan = () =>
      call("POST", "/items/scheduled_posts", {
        token: alice.token,
        from: alice.address,
        body: {
          creator_profile_id: alice.profile,
          status: "pending",
          scheduled_for: "2040-01-01T00:00:00Z",
          media_id: media,
        },
      });
    // It is planned while it is being prepared, and turns out to be unreadable.
    expect((await plan()).status).toBe(200);
    const due = await makePost(database, alice, { media_id: media });
    await report(file, { problem, is_clean: false });
    const left =
      "picture.png may still say where it was taken, because that could not be taken out; the library says why. Upload another copy of it, or choose something else.";
    const refused = await plan();
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      400,
      `${left} Nothing was saved.`,
    ]);
    expect(await claim(due)).toMatchObject({ kind: "none" });
    expect(await postRow(database, due)).toMatchObject({
      status: "failed",
      error_message: `${left} Nothing was sent.`,
    });

    await report(file, { problem, is_clean: true });
    expect((await plan()).status).toBe(200);
    expect(await claim(await makePost(database, alice, { media_id: media }))).toMatchObject({
      kind: "claimed",
    });
  });
});

describe("the bytes of a stored file", () => {
  it("are replaced in one piece by others of its type, and by none of another", async () => {
    const { data } = await call("POST", "/uploads", {
      token: alice.token,
      from: alice.address,
      body: form(png),
    });
    const { id } = data as { id: string };
    const longer = Buffer.concat([png, Buffer.alloc(10)]);
    const replace = (bytes: Buffer) =>
      call("PUT", `/uploads/${id}`, {
        token: workerToken,
        body: form(bytes, { removed_metadata: '["location"]' }),
      });
    expect(await replace(longer)).toMatchObject({ status: 200, data: { filesize: longer.length } });
    expect((await replace(webp)).status).toBe(400);
    expect((await replace(Buffer.from("nothing"))).status).toBe(400);
    const silent = { token: workerToken, body: form(longer) };
    expect((await call("PUT", `/uploads/${id}`, silent)).status).toBe(400);
    const row = await call("GET", `/files/${id}`, { token: alice.token, from: alice.address });
    expect(row.data).toMatchObject({ removed_metadata: ["location"] });
    expect(onDisk(id).filter((name) => name.includes("part"))).toEqual([]);
    expect(existsSync(join(uploadsFolder, `${id}.png`))).toBe(true);
    const asset = await call("GET", `/assets/${id}`, { token: alice.token, from: alice.address });
    expect(asset.headers.get("content-length")).toBe(String(longer.length));
  });
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

function form(bytes: Buffer, fields: Record<string, string> = {}): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  made.append("file", new Blob([new Uint8Array(bytes)]), "a.png");
  return made;
}

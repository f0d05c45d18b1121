import { createHash } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, type TestUser } from "@genie/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { create, type JobRow, read, runJob } from "../testing/creator.ts";
import {
  addEntry,
  bytesOf,
  type Entry,
  readEntry,
  readFileRow,
  upload,
  whenPrepared,
} from "../testing/library-entry.ts";
import { probe, samplePicture, sampleVideo } from "../testing/sample-media.ts";

let alice: TestUser;
let picture: Entry;
let video: Entry;
beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  picture = await addEntry(alice, await samplePicture(), "picture.jpg");
  video = await addEntry(alice, await sampleVideo(4), "video.mp4");
  // Until then its bytes may change.
  await whenPrepared(alice, picture.file_id);
});

const ask = (job_type: string, { id }: Entry, payload: object = {}) =>
  runJob(alice, { job_type, input_media_id: id, payload });
const hashOf = async ({ file_id: file }: Entry) =>
  createHash("sha256")
    .update(await bytesOf(alice, file))
    .digest("hex");

/** What a job has made; fails when it has made nothing. */
async function madeBy(job: JobRow): Promise<Entry> {
  expect(job).toMatchObject({ status: "completed", progress: 100, error: null });
  return readEntry(alice, job.output_media_id);
}

describe("a watermark", () => {
  it.each([
    ["a text", { text: "@demo", position: "center" }],
    ["a text all over it", { text: "@demo", tile: true, opacity: 0.3 }],
  ])("of %s makes a copy of a picture that knows where it is from", async (_what, payload) => {
    const before = await hashOf(picture);
    const copy = await madeBy(await ask("watermark", picture, payload));
    expect(copy).toMatchObject({
      source: "derived",
      derived_from: picture.id,
      media_type: "image",
      caption: "A caption",
      alt_text: "Fields",
      tags: ["one"],
      width: 640,
      height: 480,
    });
    const file = await readFileRow(alice, copy.file_id);
    expect(file).toMatchObject({
      type: "image/jpeg",
      filename_download: "watermarked-picture.jpg",
    });
    expect(await hashOf(picture)).toBe(before);
    expect(await hashOf(copy)).not.toBe(before);
  });

  it("may be a picture of hers, on a video too", async () => {
    const image_file_id = await upload(alice, await samplePicture("64x64"), "logo.jpg");
    const copy = await madeBy(await ask("watermark", video, { image_file_id }));
    expect(copy).toMatchObject({ media_type: "video", width: 320, height: 240 });
    const { format, streams } = await probe(await bytesOf(alice, copy.file_id));
    expect(Number(format.duration)).toBeCloseTo(4, 0);
    expect(streams.map(({ codec_type: kind }) => kind).toSorted()).toEqual(["audio", "video"]);
  });

  it("is put on the first file of a gallery", async () => {
    const ids = [picture.file_id, await upload(alice, await samplePicture("80x60"), "second.jpg")];
    const gallery = await create<Entry>(alice, "scraped_media", {
      media_type: "gallery",
      file_id: ids[0],
      files: ids.map((directus_files_id, sort) => ({ directus_files_id, sort })),
    });
    const copy = await madeBy(await ask("watermark", gallery, { text: "@demo" }));
    expect(copy).toMatchObject({ media_type: "image", width: 640, derived_from: gallery.id });
  });
});

describe("a teaser", () => {
  it("is as short and as wide as was asked for", async () => {
    const options = { length_s: 2, from: "start", aspect: "square", watermark: { text: "@demo" } };
    const copy = await madeBy(await ask("teaser", video, options));
    expect(copy).toMatchObject({ media_type: "video", width: 240, height: 240 });
    expect(Number(copy.duration_s)).toBeCloseTo(2, 0);
  });

  it("of a picture shows less of it", async () => {
    const copy = await madeBy(await ask("teaser", picture, { aspect: "square", blur: 0.5 }));
    expect(copy).toMatchObject({ media_type: "image", width: 480, height: 480 });
  });
});

describe("making smaller", () => {
  it.each([
    ["a picture", () => picture, 0.05],
    ["a video", () => video, 0.15],
  ])("%s keeps within the size that was asked for", async (_what, entry, target_mb) => {
    const copy = await madeBy(await ask("compress", entry(), { target_mb }));
    const { filesize } = await readFileRow(alice, copy.file_id);
    expect(Number(filesize)).toBeLessThanOrEqual(target_mb * 1_000_000);
  });
});

describe("taking out what is written beside", () => {
  it("makes a copy of the same size and type", async () => {
    const copy = await madeBy(await ask("strip_metadata", video));
    expect(copy).toMatchObject({ media_type: "video", width: 320, height: 240 });
    const { format } = await probe(await bytesOf(alice, copy.file_id));
    expect(format.tags?.["location"]).toBeUndefined();
    expect(format.tags?.["comment"]).toBeUndefined();
  });
});

describe("work that can't be done", () => {
  it("says so in a sentence, is not tried again and leaves no file", async () => {
    const head = (await samplePicture()).subarray(0, 300);
    const damaged = await addEntry(alice, Buffer.from(head), "damaged.jpg");
    const files = await read<object[]>(alice, "/files?limit=-1&fields=id&sort=id");
    const job = await ask("watermark", damaged, { text: "@demo" });
    expect(job).toMatchObject({
      status: "failed",
      attempts: 1,
      output_media_id: null,
      error: expect.stringMatching(/can't be read.*Nothing was made/),
    });
    expect(await read(alice, `/items/scraped_media?filter[derived_from]=${damaged.id}`)).toEqual(
      [],
    );
    expect(await read<object[]>(alice, "/files?limit=-1&fields=id&sort=id")).toEqual(files);
  });
});

describe("work on an entry of another's", () => {
  it("is refused to her and to strangers, and a mark of another's as well", async () => {
    const bob = await createUser({ role: roles.creator.id });
    const own = await addEntry(bob, await samplePicture("40x30"), "own.jpg");
    const body = { job_type: "watermark", payload: { text: "@demo" } };
    const stolen = { ...body, input_media_id: picture.id };
    const { token, address: from } = bob;
    expect((await call("POST", "/items/media_jobs", { token, from, body: stolen })).status).toBe(
      403,
    );
    expect((await call("POST", "/items/media_jobs", { from, body: stolen })).status).toBe(403);
    const payload = { image_file_id: picture.file_id };
    const marked = { ...body, input_media_id: own.id, payload };
    expect((await call("POST", "/items/media_jobs", { token, from, body: marked })).status).toBe(
      400,
    );
  });
});

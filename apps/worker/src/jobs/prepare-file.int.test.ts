import { roles } from "@genie/schema";
import { call, createUser, type TestUser } from "@genie/testing";
import { beforeAll, expect, it } from "vitest";
import {
  addEntry,
  bytesOf,
  readEntry,
  readFileRow,
  upload,
  whenPrepared,
} from "../testing/library-entry.ts";
import { probe, samplePicture, sampleVideo, withPosition } from "../testing/sample-media.ts";

let alice: TestUser;
beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
});

const rendition = (file: string, size: string) =>
  call("GET", `/renditions/${file}/${size}`, { token: alice.token, from: alice.address });
const small = (file: string) => rendition(file, "small");

it("makes a picture ready: three small ones, a placeholder, and no word of where it was taken", async () => {
  const plain = await samplePicture();
  const file = await upload(alice, withPosition(plain), "beach.jpg");
  expect(await whenPrepared(alice, file)).toMatchObject({
    preparation_problem: null,
    removed_metadata: ["location"],
    placeholder: expect.any(String),
    width: 640,
    height: 480,
  });
  for (const size of ["small", "medium", "large"]) {
    expect((await rendition(file, size)).status).toBe(200);
  }
  const left = Buffer.from(await bytesOf(alice, file));
  expect(left.includes("Exif")).toBe(false);
  expect(Number((await readFileRow(alice, file)).filesize)).toBe(left.length);
});

it("makes a video ready, with what it measures on the entry that shows it", async () => {
  const { id, file_id: file } = await addEntry(alice, await sampleVideo(3), "video.mp4");
  const row = await whenPrepared(alice, file);
  expect(row).toMatchObject({ preparation_problem: null, width: 320, height: 240 });
  expect(row.removed_metadata).toContain("location");
  expect((await small(file)).status).toBe(200);
  const entry = await readEntry(alice, id);
  expect([entry.width, entry.height, Math.round(Number(entry.duration_s))]).toEqual([320, 240, 3]);
  const { format } = await probe(await bytesOf(alice, file));
  expect(format.tags?.["location"]).toBeUndefined();
});

it("says in a sentence that a file can't be prepared, and holds no other up", async () => {
  const cut = (await samplePicture()).subarray(0, 300);
  const [bad, good] = [
    await upload(alice, Buffer.from(cut), "cut.jpg"),
    await upload(alice, await samplePicture("80x60"), "good.jpg"),
  ];
  expect((await whenPrepared(alice, bad)).preparation_problem).toMatch(/damaged or cut off/);
  expect((await whenPrepared(alice, good)).preparation_problem).toBeNull();
  expect((await small(bad)).status).toBe(404);
});

it("prepares many at once", async () => {
  const picture = await samplePicture("120x90");
  const files = await Promise.all(
    Array.from({ length: 20 }, (_, index) => upload(alice, picture, `${index}.jpg`)),
  );
  for (const file of files)
    expect((await whenPrepared(alice, file)).preparation_problem).toBeNull();
});

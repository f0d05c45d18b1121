import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Disk, diskOf } from "../../extensions/genie/src/directus-storage.ts";
import { directusEnv } from "../directus-env.ts";
import { variables } from "../testing/variables.ts";
import { type S3Double, startS3Double } from "./s3-double.ts";

type TusUpload = { size: number; metadata: Record<string, string> };
type TusDisk = Disk & {
  list: (prefix: string) => AsyncIterable<string>;
  createChunkedUpload: (path: string, upload: TusUpload) => Promise<TusUpload>;
  writeChunk: (path: string, content: Readable, at: number, upload: TusUpload) => Promise<number>;
  finishChunkedUpload: (path: string, upload: TusUpload) => Promise<void>;
};

const megabyte = 1024 * 1024;

/** Directus' own driver, with the settings that ours make of those of an operator. */
describe("files in a bucket", () => {
  let bucket: S3Double;
  let disk: TusDisk;

  beforeAll(async () => {
    bucket = await startS3Double();
    const env = directusEnv({
      ...variables("http://localhost:3100"),
      STORAGE_S3_BUCKET: "genie",
      STORAGE_S3_ENDPOINT: bucket.url,
      STORAGE_S3_REGION: "us-east-1",
      STORAGE_S3_KEY: "0123",
      STORAGE_S3_SECRET: "a,b",
      STORAGE_S3_FORCE_PATH_STYLE: "true",
    });
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    disk = (await diskOf("s3")) as TusDisk;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await bucket.close();
  });

  it("are written whole, read, moved, found by their prefix and deleted", async () => {
    const picture = randomBytes(100_000);
    await disk.write("1__small.part", Readable.from([picture]), "image/webp");
    expect((await disk.stat("1__small.part")).size).toBe(picture.length);
    await disk.move("1__small.part", "1__small.webp");
    expect([...bucket.objects.keys()]).toEqual(["/genie/1__small.webp"]);
    expect((await buffer(await disk.read("1__small.webp"))).equals(picture)).toBe(true);
    const range = { start: 10, end: 19 };
    const part = await buffer(await disk.read("1__small.webp", { range }));
    expect(part.equals(picture.subarray(10, 20))).toBe(true);
    const found: string[] = [];
    for await (const path of disk.list("1")) found.push(path);
    expect(found).toEqual(["1__small.webp"]);
    await disk.delete("1__small.webp");
    expect(await disk.exists("1__small.webp")).toBe(false);
  });

  it("arrive in parts over a connection that is cut, wherever that was", async () => {
    const video = randomBytes(23 * megabyte);
    const upload = await disk.createChunkedUpload("2.mp4", { size: video.length, metadata: {} });
    let at = 0;
    for (const sentTo of [4 * megabyte, 9 * megabyte, 17 * megabyte + 1, video.length]) {
      const sent = Readable.from([video.subarray(at, sentTo)]);
      at = await disk.writeChunk("2.mp4", sent, at, upload);
    }
    expect(at).toBe(video.length);
    await disk.finishChunkedUpload("2.mp4", upload);
    expect(bucket.objects.get("/genie/2.mp4")?.equals(video)).toBe(true);
    expect(bucket.uploads.size).toBe(0);
  });

  it("that are called off leave nothing there", async () => {
    const upload = await disk.createChunkedUpload("3.mp4", {
      size: 12 * megabyte,
      metadata: {},
    });
    await disk.writeChunk("3.mp4", Readable.from([randomBytes(6 * megabyte)]), 0, upload);
    await disk.deleteChunkedUpload("3.mp4", upload);
    expect(bucket.uploads.size).toBe(0);
    expect(await disk.exists("3.mp4")).toBe(false);
  });
});

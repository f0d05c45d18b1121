import { createHash, randomBytes } from "node:crypto";
import { call, stackUnderTest } from "@genie/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { create, type Creator, createReadCreator, read, runJob } from "../testing/creator.ts";
import { createSandboxAccount } from "../testing/sandbox.ts";

type Entry = {
  id: string;
  media_type: string;
  caption: string;
  tags: string[];
  file_id: string;
  width: number;
  height: number;
};

describe("watermarking", () => {
  let creator: Creator;
  beforeAll(async () => {
    creator = await createReadCreator(await createSandboxAccount({ posts: 12 }));
  }, 180_000);

  const library = (filter: string) => read<Entry[]>(creator, `/items/scraped_media?${filter}`);

  it("makes a copy as an entry of its own, and leaves the original as it was", async () => {
    const [original] = await library("filter[media_type]=image&limit=1");
    const before = await bytesOf(original?.file_id);
    const job = await mark(original?.id, { text: "@demo", position: "center" });
    expect(job).toMatchObject({ status: "completed", progress: 100, error: null });
    const copy = await read<Entry>(creator, `/items/scraped_media/${job.output_media_id}`);
    expect(copy).toMatchObject({
      source: "derived",
      derived_from: original?.id,
      media_type: "image",
      caption: original?.caption,
      tags: original?.tags,
    });
    const file = await read<Entry>(creator, `/files/${copy.file_id}`);
    expect(file).toMatchObject({ width: copy.width, height: copy.height });
    expect(await bytesOf(copy.file_id)).not.toBe(before);
    expect(await bytesOf(original?.file_id)).toBe(before);
  });

  it("says that a picture can't be read, and leaves no file behind", async () => {
    const head = Buffer.from("ffd8ffe000104a464946", "hex");
    const entry = await addPicture(Buffer.concat([head, randomBytes(500)]));
    const files = await read<object[]>(creator, "/files?limit=-1&fields=id");

    const job = await mark(entry.id, { text: "@demo" });
    expect(job).toMatchObject({
      status: "failed",
      attempts: 1,
      output_media_id: null,
      error: expect.stringMatching(/can't be read.*Nothing was made/),
    });
    expect(await library(`filter[derived_from]=${entry.id}`)).toEqual([]);
    expect(await read<object[]>(creator, "/files?limit=-1&fields=id")).toEqual(files);
  });

  function mark(mediaId: string | undefined, payload: object) {
    return runJob(creator, { job_type: "watermark", input_media_id: mediaId, payload });
  }

  async function addPicture(bytes: Buffer<ArrayBuffer>): Promise<Entry> {
    const form = new FormData();
    form.set("file", new Blob([bytes]), "damaged.jpg");
    const { token, address: from } = creator;
    const uploaded = await call("POST", "/uploads", { token, from, body: form });
    const { id: file_id } = uploaded.data as { id: string };
    return create<Entry>(creator, "scraped_media", { media_type: "image", file_id });
  }

  async function bytesOf(fileId: string | undefined): Promise<string> {
    const { directusUrl } = stackUnderTest();
    const headers = { authorization: `Bearer ${creator.token}` };
    const answer = await fetch(`${directusUrl}/assets/${fileId}`, { headers });
    return createHash("sha256")
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest("hex");
  }
});

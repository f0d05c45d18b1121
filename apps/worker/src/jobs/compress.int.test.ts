import { call, createSandboxAccount, stackUnderTest } from "@genie/testing";
import { beforeAll, expect, it } from "vitest";
import { type Creator, createReadCreator, read, runJob } from "../testing/creator.ts";

type Entry = { id: string; file_id: string; alt_text: string | null; derived_from: string | null };
type File = { type: string; filesize: string; width: number; height: number };

const { adminToken } = stackUnderTest();
let creator: Creator;
beforeAll(async () => {
  // What each is hangs on the name of the account; among these are pictures.
  creator = await createReadCreator(await createSandboxAccount({ posts: 12 }));
});

const setLimits = (platform_limits: object | null) =>
  call("PATCH", `/items/creator_profiles/${creator.profileId}`, {
    token: adminToken,
    body: { platform_limits },
  });
const fit = (mediaId: string) =>
  runJob(creator, {
    job_type: "compress",
    input_media_id: mediaId,
    creator_profile_id: creator.profileId,
  });

async function pictureOfHers(): Promise<Entry> {
  const [entry] = await read<Entry[]>(
    creator,
    "/items/scraped_media?filter[media_type]=image&filter[source]=scraped&limit=1",
  );
  if (entry === undefined) throw new Error("There is no picture.");
  return entry;
}

it("makes a copy that the account's server takes, with its description, and says where it is from", async () => {
  const original = await pictureOfHers();
  await call("PATCH", `/items/scraped_media/${original.id}`, {
    token: creator.token,
    from: creator.address,
    body: { alt_text: "A beach" },
  });
  await setLimits({ image: { maxBytes: 8_000, maxSide: 200, mimeTypes: ["image/webp"] } });
  const job = await fit(original.id);
  expect(job).toMatchObject({ status: "completed", error: null });
  const copy = await read<Entry>(creator, `/items/scraped_media/${job.output_media_id}`);
  expect(copy).toMatchObject({ derived_from: original.id, alt_text: "A beach" });
  const file = await read<File>(creator, `/files/${copy.file_id}`);
  expect(file.type).toBe("image/webp");
  expect(Number(file.filesize)).toBeLessThanOrEqual(8_000);
  expect(Math.max(file.width, file.height)).toBeLessThanOrEqual(200);
});

it("says so where nothing that fits can be made, and makes nothing", async () => {
  const original = await pictureOfHers();
  await setLimits({ image: { maxBytes: 10 } });
  const job = await fit(original.id);
  expect(job).toMatchObject({
    status: "failed",
    attempts: 1,
    output_media_id: null,
    error: expect.stringContaining("can't be made small enough. Nothing was made"),
  });
});

it("is for accounts of hers alone", async () => {
  const stranger = await createReadCreator(await createSandboxAccount({ posts: 0 }));
  const { id } = await pictureOfHers();
  const { status } = await call("POST", "/items/media_jobs", {
    token: creator.token,
    from: creator.address,
    body: { job_type: "compress", input_media_id: id, creator_profile_id: stranger.profileId },
  });
  expect(status).toBe(403);
});

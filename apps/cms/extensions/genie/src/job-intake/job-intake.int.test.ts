import { randomUUID } from "node:crypto";
import { jobTypes, type Queues, scrapeProfile, watermark } from "@genie/jobs";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Creator,
  dismiss,
  makeCreator,
  makeMedia,
  makeProfile,
  type Row,
} from "../testing/post-scene.ts";
import { queueUnderTest } from "../testing/queue-under-test.ts";

const database = openDatabase();
const { workerToken, adminToken } = stackUnderTest();
let letWorkerGoOn: () => void;
let alice: Creator;
let bob: Creator;
let queues: Queues;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  queues = queueUnderTest();
  [alice, bob] = await Promise.all([makeCreator(database), makeCreator(database)]);
});
afterAll(async () => {
  await queues.close();
  await dismiss(database, alice, bob);
  await database.end();
  letWorkerGoOn();
});

const order = (body: object) =>
  call("POST", "/items/media_jobs", { token: alice.token, from: alice.address, body });
const scrape = (profile: string) =>
  order({ job_type: "scrape_profile", creator_profile_id: profile });
const idOf = (answer: { data: unknown; text: string; status: number }): string => {
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return (answer.data as { id: string }).id;
};
const jobRow = async (id: string): Promise<Row | undefined> =>
  (await database.query("select * from media_jobs where id = $1", [id])).rows[0];
const countJobs = async () =>
  (await database.query("select 1 from media_jobs where user_id = $1", [alice.id])).rowCount;

const kinds = Object.keys(jobTypes).join(", ");

describe("a job", () => {
  it("is put into its queue, with its options filled in", async () => {
    const { media } = await makeMedia(database, alice);
    const id = idOf(
      await order({ job_type: "watermark", input_media_id: media, payload: { text: " © Alice " } }),
    );
    await expect.poll(() => queues.isPending(watermark, { jobId: id })).toBe(true);
    expect(await jobRow(id)).toMatchObject({
      user_id: alice.id,
      status: "queued",
      queue_name: "media",
      payload: { text: "© Alice", position: "bottom-right", opacity: 0.6, scale: 0.3 },
    });
  });

  it("that the worker asks for has the account's owner", async () => {
    const profile = await makeProfile(database, alice);
    const made = await call("POST", "/items/media_jobs", {
      token: workerToken,
      body: { job_type: "scrape_profile", creator_profile_id: profile },
    });
    const id = idOf(made);
    await expect.poll(() => queues.isPending(scrapeProfile, { jobId: id })).toBe(true);
    expect(await jobRow(id)).toMatchObject({ user_id: alice.id, queue_name: "scrape" });
  });

  it("is done with videos and galleries as well, with a mark of her own", async () => {
    const { file } = await makeMedia(database, alice);
    for (const kind of ["video", "gallery"]) {
      const type = kind === "video" ? "video/mp4" : "image/png";
      const { media } = await makeMedia(database, alice, { type, kind });
      const body = { job_type: "watermark", input_media_id: media };
      expect((await order({ ...body, payload: { image_file_id: file } })).status).toBe(200);
    }
  });

  it("says nothing about its queue itself", async () => {
    const { media } = await makeMedia(database, alice);
    const body = { job_type: "watermark", input_media_id: media, payload: { text: "x" } };
    const id = idOf(await order({ ...body, queue_name: "publish" }));
    expect(await jobRow(id)).toMatchObject({ queue_name: "media" });
    for (const field of [
      { status: "completed" },
      { bull_job_id: "1" },
      { post_id: randomUUID() },
    ]) {
      expect((await order({ ...body, ...field })).status).toBe(403);
    }
  });

  const unusable: [string, () => Promise<object> | object, string][] = [
    [
      "a kind that nobody may ask for",
      () => ({ job_type: "publish_post" }),
      `There is no such kind of job to ask for; there are: ${kinds}.`,
    ],
    [
      "a kind that there is not",
      () => ({ job_type: "constructor" }),
      `There is no such kind of job to ask for; there are: ${kinds}.`,
    ],
    [
      "no account",
      () => ({ job_type: "scrape_profile" }),
      "This job needs an account. Send creator_profile_id.",
    ],
    [
      "no picture",
      () => ({ job_type: "watermark", payload: { text: "x" } }),
      "This job needs an entry of the library. Send input_media_id.",
    ],
    [
      "nothing to make a picture fit",
      async () => {
        const { media } = await makeMedia(database, alice);
        return { job_type: "compress", input_media_id: media };
      },
      "Say what it is to fit: an account (creator_profile_id) or a size (target_mb).",
    ],
    [
      "two things to make a picture fit",
      async () => {
        const { media } = await makeMedia(database, alice);
        return {
          job_type: "compress",
          input_media_id: media,
          creator_profile_id: alice.profile,
          payload: { target_mb: 1 },
        };
      },
      "It can be made to fit an account or a size, not both at once.",
    ],
    [
      "a file that is neither picture nor video",
      async () => {
        const { media } = await makeMedia(database, alice, { type: "application/pdf" });
        return { job_type: "watermark", input_media_id: media, payload: { text: "x" } };
      },
      "This is done with pictures and videos only. Choose one.",
    ],
    [
      "an entry in the bin",
      async () => {
        const { media } = await makeMedia(database, alice);
        await database.query("update scraped_media set trashed_at = now() where id = $1", [media]);
        return { job_type: "watermark", input_media_id: media, payload: { text: "x" } };
      },
      "This entry is in the bin. Restore it first.",
    ],
    [
      "another's picture as the mark",
      async () => {
        const { media } = await makeMedia(database, alice);
        const { file } = await makeMedia(database, bob);
        return { job_type: "watermark", input_media_id: media, payload: { image_file_id: file } };
      },
      "The picture of the watermark is not there. Choose one of your library.",
    ],
    [
      "a video as the mark",
      async () => {
        const { media } = await makeMedia(database, alice);
        const { file } = await makeMedia(database, alice, { type: "video/mp4", kind: "video" });
        return { job_type: "watermark", input_media_id: media, payload: { image_file_id: file } };
      },
      "The picture of the watermark is not there. Choose one of your library.",
    ],
    [
      "an entry without its file",
      async () => {
        const { media, file } = await makeMedia(database, alice);
        await database.query("delete from directus_files where id = $1", [file]);
        return { job_type: "watermark", input_media_id: media, payload: { text: "x" } };
      },
      "The file of this entry is missing. Choose another one.",
    ],
    [
      "options that are missing",
      async () => {
        const { media } = await makeMedia(database, alice);
        return { job_type: "watermark", input_media_id: media, payload: { text: " " } };
      },
      "text: Enter the text of the watermark.",
    ],
    [
      "an account on a platform that is not there",
      async () => {
        const profile = await makeProfile(database, alice, "atlantis");
        return { job_type: "scrape_profile", creator_profile_id: profile };
      },
      `This installation can't reach the platform "atlantis".`,
    ],
    [
      "an account without a log-in",
      async () => {
        const profile = await makeProfile(database, alice);
        await database.query("update creator_profiles set credentials = null where id = $1", [
          profile,
        ]);
        return { job_type: "scrape_profile", creator_profile_id: profile };
      },
      "This account has no log-in. Connect it first.",
    ],
  ];

  it.each(unusable)("with %s is refused, and nothing is started", async (_what, body, sentence) => {
    const wanted = await body();
    const before = await countJobs();
    const { status, errors } = await order(wanted);
    expect([status, errors[0]?.message]).toEqual([400, `${sentence} Nothing was started.`]);
    expect(await countJobs()).toBe(before);
  });

  it("is refused to an administrator as well", async () => {
    const body = { job_type: "publish_post", user_id: alice.id };
    expect((await call("POST", "/items/media_jobs", { token: adminToken, body })).status).toBe(400);
  });

  it("with options that are too many is refused", async () => {
    const { media } = await makeMedia(database, alice);
    const body = { job_type: "watermark", input_media_id: media };
    const { status } = await order({ ...body, payload: { text: "x", url: "http://10.0.0.1" } });
    expect(status).toBe(400);
  });

  it("about an account with a session and no log-in is taken", async () => {
    const profile = await makeProfile(database, alice);
    await database.query("update creator_profiles set credentials = null where id = $1", [profile]);
    await database.query(
      `insert into platform_sessions (id, user_id, creator_profile_id, platform, status, captured_by)
       values (gen_random_uuid(), $1, $2, 'sandbox', 'active', 'extension')`,
      [alice.id, profile],
    );
    expect((await scrape(profile)).status).toBe(200);
  });
});

describe("a scrape of an account", () => {
  it("is one at a time, however many ask at once", async () => {
    const profile = await makeProfile(database, alice);
    const answers = await Promise.all(Array.from({ length: 10 }, () => scrape(profile)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 200);
    expect([refused?.status, refused?.errors[0]?.message]).toEqual([
      409,
      "This account is being looked at already. Nothing more was started; wait until that is done.",
    ]);
    await database.query(
      "update media_jobs set status = 'completed' where creator_profile_id = $1",
      [profile],
    );
    idOf(await scrape(profile));
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProfileChange } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { JobRun } from "@genie/jobs";
import type { Adapter, PlatformPost } from "@genie/platforms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeAccount } from "../testing/fake-account.ts";
import { fakeFans } from "../testing/fake-fans.ts";
import { fakeJob, putOff } from "../testing/fake-job.ts";
import { fakeLibrary } from "../testing/fake-library.ts";
import { scrapeProfileHandler } from "./scrape-profile.ts";

const away = new AppError("upstream_unavailable", "The platform is away.");
const changed = new AppError("platform_changed", "Its pages are others now.");

describe("scrapeProfileHandler", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "genie-scrape-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs a scrape whose list of posts ends as it is told, and answers what the profile said meanwhile. */
  async function run(
    listPosts: Adapter["listPosts"],
    given: Partial<JobRun<{ jobId: string }>> = {},
  ) {
    const changes: ProfileChange[] = [];
    const { jobs, changes: story, run: started } = fakeJob({}, given);
    const { withAccount, services } = fakeAccount({
      session: true,
      adapter: { listPosts, scrapeProfile, readLimits: async () => ({ captionLength: 2000 }) },
    });
    const handler = scrapeProfileHandler({
      jobs,
      library: fakeLibrary().library,
      fans: fakeFans().fans,
      profiles: {
        update: async (_id, change) => void changes.push(change),
        addSnapshot: async () => {},
      },
      withAccount,
      folder,
      log: services.log,
    });
    const outcome = await handler(started).then(
      () => "done",
      (error: unknown) => error,
    );
    const said = changes.flatMap(({ scrape_status: status, scrape_error: error }) =>
      status === undefined ? [] : [error === undefined ? status : [status, error]],
    );
    return { outcome, said, changes, story };
  }

  it("says running and then success, and how far the posts are known", async () => {
    const { outcome, said, changes, story } = await run(async function* () {
      yield [post(2), post(1)];
    });
    expect(outcome).toBe("done");
    expect(said).toEqual(["running", ["success", null]]);
    expect(changes.find((change) => "posts_read_until" in change)).toEqual({
      posts_read_until: post(2).publishedAt.toISOString(),
      posts_read_whole_at: expect.any(String),
    });
    expect(changes.at(-1)).toMatchObject({ last_scraped_at: expect.any(String) });
    expect(changes.find((change) => "profile_data" in change)).toMatchObject({
      platform_limits: { captionLength: 2000 },
    });
    expect(story.at(-1)).toMatchObject({ completed: { result: { posts_new: 2 } } });
  });

  it.each([
    ["goes on with its next try", away, false, "idle"],
    ["is over after the last one", away, true, ["error", away.message]],
    ["is over at once when another try is no use", changed, false, ["error", changed.message]],
  ])("one that fails %s", async (_case, error, lastAttempt, end) => {
    // oxlint-disable-next-line require-yield
    const failing = async function* () {
      throw error;
    };
    const { outcome, said, changes } = await run(failing, { lastAttempt });
    expect(outcome).toBe(error);
    expect(said).toEqual(["running", end]);
    expect(changes.some((change) => "posts_read_until" in change)).toBe(false);
  });

  it("one that got further goes on, whatever try it was, and says no mark that it has not reached", async () => {
    const { outcome, said, changes } = await run(breaking, { lastAttempt: true });
    expect(outcome).toBe(putOff);
    expect(said).toEqual(["running", "idle"]);
    expect(changes.some((change) => "posts_read_until" in change)).toBe(false);
  });

  it("one that is given up because the worker stops is idle", async () => {
    const stopping = new AbortController();
    const stopped = async function* () {
      yield [post(2)];
      stopping.abort();
      yield [post(1)];
    };
    const { outcome, said } = await run(stopped, { signal: stopping.signal, lastAttempt: true });
    expect(outcome).toBe(putOff);
    expect(said).toEqual(["running", "idle"]);
  });
});

async function* breaking() {
  yield [post(2)];
  throw away;
}

const scrapeProfile = async () => figures;
const figures = {
  displayName: "Demo",
  followers: 1,
  following: 1,
  posts: 2,
  likes: 1,
  earnings: null,
  currency: null,
};

function post(day: number): PlatformPost {
  return {
    platformPostId: String(day),
    permalink: `https://fake.example/posts/${day}`,
    caption: "",
    tags: [],
    publishedAt: new Date(Date.UTC(2026, 10, day)),
    likes: 1,
    comments: 1,
    views: 1,
    earnings: null,
    currency: null,
    media: [],
  };
}

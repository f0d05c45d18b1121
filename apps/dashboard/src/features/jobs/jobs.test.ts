import type { Job } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { describeJob, describeTimeLeft } from "./describe-job.ts";
import { isCancellable, isRepeatable, isTriedAgain, parseJobState } from "./job-states.ts";
import { timeLeftMs } from "./time-left.ts";

const messages = messagesFor(defaultLocale);
const now = new Date("2026-11-25T17:30:00Z");
const account = { id: "a", platform: "sandbox", username: "mara" };
const job: Job = {
  id: "1",
  kind: "scrape_profile",
  status: "active",
  progress: 25,
  attempts: 1,
  account,
  input: null,
  outputId: null,
  outputFile: null,
  post: null,
  batchId: null,
  waitsFor: null,
  payload: null,
  problem: null,
  createdAt: "2026-11-25T17:00:00Z",
  startedAt: "2026-11-25T17:29:00Z",
  completedAt: null,
};
const input = { id: "m", caption: "At the sea\nin May", file: null };

describe("describeJob", () => {
  it.each([
    [{}, "Scrape @mara on Sandbox"],
    [{ account: null }, "Scrape an account that is gone"],
    [{ kind: "watermark", input }, "Watermark “At the sea”"],
    [{ kind: "watermark", input: { ...input, caption: "" } }, "Watermark a picture"],
    [{ kind: "watermark" }, "Watermark media that is gone"],
    [{ kind: "publish_post" }, "Publish as @mara on Sandbox"],
    [{ account: { ...account, platform: "elsewhere" } }, "Scrape @mara on elsewhere"],
  ] as const)("%o: %s", (changes, title) => {
    const platforms = [{ id: "sandbox", name: "Sandbox" }];
    expect(describeJob({ ...job, ...changes }, platforms, messages)).toBe(title);
  });
});

describe("time left", () => {
  it("is told by how fast it has been", () => {
    expect(timeLeftMs(job, now)).toBe(180_000);
  });

  it.each([
    [{ progress: 4 }, "too little is done"],
    [{ startedAt: "2026-11-25T17:29:58Z" }, "it has just begun"],
    [{ startedAt: null }, "it has not begun"],
    [{ progress: 100 }, "it is done"],
  ])("is not told when %o: %s", (changes, _why) => {
    expect(timeLeftMs({ ...job, ...changes }, now)).toBeNull();
  });

  it.each([
    [800, "a second"],
    [41_000, "45 seconds"],
    [100_000, "2 minutes"],
    [3_700_000, "an hour"],
  ])("%i ms are %s", (ms, words) => {
    expect(describeTimeLeft(ms, messages)).toBe(words);
  });
});

describe("trying again", () => {
  it("is offered once: not after the same was asked for again", () => {
    const later = { ...job, id: "2", createdAt: "2026-11-25T17:10:00Z" };
    expect(isTriedAgain(job, [later, job])).toBe(true);
    expect(isTriedAgain(later, [later, job])).toBe(false);
    expect(isTriedAgain(job, [{ ...later, account: { ...account, id: "b" } }])).toBe(false);
    expect(isTriedAgain(job, [{ ...later, kind: "watermark" }])).toBe(false);
  });

  it("is not offered for a post, nor for what is gone", () => {
    expect(isRepeatable(job)).toBe(true);
    expect(isRepeatable({ ...job, account: null })).toBe(false);
    expect(isRepeatable({ ...job, kind: "publish_post" })).toBe(false);
    expect(isRepeatable({ ...job, kind: "watermark" })).toBe(false);
    expect(isRepeatable({ ...job, kind: "watermark", input })).toBe(true);
  });
});

describe("calling off", () => {
  it.each([
    ["watermark", "active", true],
    ["compress", "queued", true],
    ["teaser", "completed", false],
    ["strip_metadata", "cancelled", false],
    ["scrape_profile", "active", false],
    ["publish_post", "queued", false],
  ] as const)("of a %s that is %s: %s", (kind, status, expected) => {
    expect(isCancellable({ kind, status })).toBe(expected);
  });
});

describe("parseJobState", () => {
  it("takes what is in the address, and nothing else", () => {
    expect(["failed", "nonsense", null].map(parseJobState)).toEqual(["failed", null, null]);
  });
});

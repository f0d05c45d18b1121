import type { Job } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { unsettledJobs } from "./unsettled-jobs.ts";

const account = { id: "a", platform: "sandbox", username: "robin" };
const job: Job = {
  id: "1",
  kind: "scrape_profile",
  status: "failed",
  progress: 0,
  attempts: 1,
  account,
  input: null,
  outputId: null,
  outputFile: null,
  post: null,
  batchId: null,
  waitsFor: null,
  payload: null,
  problem: "Sandbox did not answer.",
  createdAt: null,
  startedAt: null,
  completedAt: null,
};
const profiles = [{ id: "a", connection: "connected" as const }];

describe("unsettledJobs", () => {
  it("shows a failure that is the latest word", () => {
    expect(unsettledJobs([job], profiles)).toEqual([job]);
  });

  it.each(["queued", "active", "completed"] as const)(
    "forgets a failure once newer work of its kind is %s",
    (status) => {
      expect(unsettledJobs([{ ...job, id: "2", status }, job], profiles)).toEqual([]);
    },
  );

  it("keeps the failure of another account", () => {
    const other = {
      ...job,
      id: "2",
      status: "completed",
      account: { ...account, id: "b" },
    } as const;
    expect(unsettledJobs([other, job], profiles)).toEqual([job]);
  });

  it("leaves posts and accounts that want a log-in to their own cards", () => {
    const expired = [{ id: "a", connection: "expired" as const }];
    expect(unsettledJobs([job], expired)).toEqual([]);
    expect(unsettledJobs([{ ...job, kind: "publish_post" }], profiles)).toEqual([]);
  });

  it("tells of a batch once, however much of it failed", () => {
    const mark = { ...job, kind: "watermark", account: null, batchId: "b" } as const;
    const input = { caption: "", file: null };
    const failed = [
      { ...mark, id: "2", input: { ...input, id: "m" } },
      { ...mark, id: "3", input: { ...input, id: "n" } },
      { ...mark, id: "4", batchId: null, input: { ...input, id: "o" } },
    ];
    expect(unsettledJobs(failed, profiles).map(({ id }) => id)).toEqual(["2", "4"]);
  });
});

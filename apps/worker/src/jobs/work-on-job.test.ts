import { AppError } from "@genie/errors";
import { describe, expect, it } from "vitest";
import { fakeJob, putOff } from "../testing/fake-job.ts";
import { keptLog } from "../testing/kept-log.ts";
import { workOnJob } from "./work-on-job.ts";

const away = new AppError("upstream_unavailable", "The platform is away.");
const { log } = keptLog();

describe("workOnJob", () => {
  it("tells the row's story: active, progress, completed", async () => {
    const { jobs, changes, run } = fakeJob({}, { attempt: 2 });
    await workOnJob({ jobs, log }, run, async (_job, progress) => {
      await progress(40);
      return { result: { posts_seen: 3 }, outputMediaId: "m1" };
    });
    expect(changes).toEqual([
      { active: 2 },
      { progress: 40 },
      { completed: { result: { posts_seen: 3 }, outputMediaId: "m1" } },
    ]);
  });

  it.each(["completed", "failed", "cancelled"] as const)(
    "does not repeat a job that is %s",
    async (status) => {
      const { jobs, changes, run } = fakeJob({ status });
      await workOnJob({ jobs, log }, run, () => Promise.reject(new Error("not again")));
      expect(changes).toEqual([]);
    },
  );

  it("does nothing for a job whose row is gone", async () => {
    const { jobs, changes, run } = fakeJob();
    const gone = { ...jobs, read: async () => null };
    await workOnJob({ jobs: gone, log }, run, () => Promise.reject(new Error("no work")));
    expect(changes).toEqual([]);
  });

  it.each([
    ["waits for its next try after a failure", away, false, { queued: "The platform is away." }],
    ["has failed after the last one", away, true, { failed: "The platform is away." }],
    [
      "has failed at once when another try is no use",
      new AppError("invalid_input", "No picture."),
      false,
      { failed: "No picture." },
    ],
    [
      "shows nothing of a bug's inside",
      new Error("secret inside"),
      true,
      { failed: expect.stringContaining("Something went wrong on our side") },
    ],
  ])("%s", async (_what, error, lastAttempt, change) => {
    const { jobs, changes, run } = fakeJob({}, { lastAttempt });
    await expect(workOnJob({ jobs, log }, run, () => Promise.reject(error))).rejects.toBe(error);
    expect(changes).toEqual([{ active: 1 }, change]);
  });

  it("does not count a try that got further, and goes on after a pause, or the platform's own", async () => {
    const untils: Date[] = [];
    const delayUntil = (until: Date) => {
      untils.push(until);
      throw putOff;
    };
    const busy = new AppError("rate_limited", "It wants a pause.", { retry: { afterMs: 90_000 } });
    for (const error of [away, busy]) {
      const { jobs, changes, run } = fakeJob({}, { lastAttempt: true, delayUntil });
      const work = workOnJob({ jobs, log }, run, async (_job, _progress, gotFurther) => {
        gotFurther();
        throw error;
      });
      await expect(work).rejects.toBe(putOff);
      expect(changes).toEqual([{ active: 1 }, { queued: error.message }]);
    }
    const [afterAway = 0, afterBusy = 0] = untils.map((until) => until.getTime() - Date.now());
    expect(afterAway).toBeGreaterThan(0);
    expect(afterBusy).toBeGreaterThan(80_000);
  });

  it("has failed at once when another try is no use, however far it got", async () => {
    const { jobs, changes, run } = fakeJob();
    const wrong = new AppError("invalid_input", "No picture.");
    const work = workOnJob({ jobs, log }, run, async (_job, _progress, gotFurther) => {
      gotFurther();
      throw wrong;
    });
    await expect(work).rejects.toBe(wrong);
    expect(changes.at(-1)).toEqual({ failed: "No picture." });
  });

  it("goes back into the queue, unspoilt, when the worker stops", async () => {
    const stopping = new AbortController();
    const { jobs, changes, run } = fakeJob({}, { lastAttempt: true, signal: stopping.signal });
    const work = workOnJob({ jobs, log }, run, async () => {
      stopping.abort();
      throw away;
    });
    await expect(work).rejects.toBe(putOff);
    expect(changes).toEqual([{ active: 1 }, { queued: null }]);
  });

  it("is completed when the worker stops and it was done already", async () => {
    const stopping = new AbortController();
    const { jobs, changes, run } = fakeJob({}, { signal: stopping.signal });
    await workOnJob({ jobs, log }, run, async () => {
      stopping.abort();
      return { result: {} };
    });
    expect(changes.at(-1)).toEqual({ completed: { result: {} } });
  });

  it("throws what went wrong even when that can't be written down", async () => {
    const { jobs, run } = fakeJob();
    const broken = { ...jobs, requeue: () => Promise.reject(new Error("Directus is away")) };
    const work = workOnJob({ jobs: broken, log }, run, () => Promise.reject(away));
    await expect(work).rejects.toBe(away);
  });
});

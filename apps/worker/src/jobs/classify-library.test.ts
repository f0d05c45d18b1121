import { AppError } from "@genie/errors";
import type { JobRun } from "@genie/jobs";
import { expect, it } from "vitest";
import { classifyLibraryHandler } from "./classify-library.ts";

const ownerId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0002";
const putOff = new Error("put off");

async function work(batches: number, run: Partial<JobRun<{ ownerId: string }>> = {}) {
  let done = 0;
  const handler = classifyLibraryHandler({
    classifyDue: async () => {
      done += 1;
      return { classified: 200, more: done < batches };
    },
  });
  const failure = await handler({
    payload: { ownerId },
    attempt: 1,
    lastAttempt: false,
    signal: new AbortController().signal,
    delayUntil: () => {
      throw putOff;
    },
    ...run,
  }).then(
    () => null,
    (error: unknown) => error,
  );
  return { done, failure };
}

it("what is due is classified to its end", async () => {
  expect(await work(7)).toEqual({ done: 7, failure: null });
});

it("a large library lets others go first after some batches", async () => {
  expect(await work(1000)).toEqual({ done: 10, failure: putOff });
});

it("a worker that stops puts the rest back", async () => {
  expect(await work(7, { signal: AbortSignal.abort() })).toEqual({ done: 0, failure: putOff });
});

it("what goes wrong is for the queue to try again", async () => {
  const away = new AppError("upstream_unavailable", "Away.");
  const handler = classifyLibraryHandler({ classifyDue: () => Promise.reject(away) });
  const run = {
    payload: { ownerId },
    attempt: 1,
    lastAttempt: false,
    delayUntil: () => {
      throw putOff;
    },
  };
  await expect(handler({ ...run, signal: new AbortController().signal })).rejects.toBe(away);
});

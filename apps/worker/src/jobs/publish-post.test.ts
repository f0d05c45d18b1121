import { AppError } from "@genie/errors";
import type { ClaimAnswer } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { oneAtATime } from "../accounts/one-at-a-time.ts";
import { openLanes } from "../publishing/lanes.ts";
import { fakeAccount } from "../testing/fake-account.ts";
import { claim } from "../testing/fake-claim.ts";
import { putOff } from "../testing/fake-job.ts";
import { publishPostHandler } from "./publish-post.ts";
import { unused } from "../testing/unused.ts";

type Answer = ClaimAnswer | Error | Promise<ClaimAnswer>;

/** A handler for posts of one account, of which it may have one in hand. */
function publishing(first: Answer, signal = new AbortController().signal, ...more: ClaimAnswer[]) {
  const waits: { ms: number; end: () => void }[] = [];
  const delays: number[] = [];
  const { withAccount, services } = fakeAccount();
  const claimed: string[] = [];
  const handler = publishPostHandler({
    publishing: {
      claim: async (postId) => {
        claimed.push(postId);
        const answer = claimed.length === 1 ? first : (more.shift() ?? first);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      renew: unused,
      intend: unused,
      report: unused,
      takeUnconfirmed: unused,
      publishedIds: unused,
    },
    spool: { report: unused, deliver: unused },
    withAccount,
    sendingOf: oneAtATime(),
    openFile: unused,
    lanes: new Map([["fake", openLanes({ total: 1, perAccount: 1 })]]),
    stopping: signal,
    pause: (ms) => new Promise((resolve) => waits.push({ ms, end: resolve })),
    storeProof: unused,
    live: { report: unused },
    log: services.log,
  });
  const run = (postId = claim.post_id) =>
    handler({
      payload: {
        postId,
        generation: 1,
        attempt: 1,
        platform: "fake",
        profileId: claim.profile.id,
      },
      attempt: 1,
      lastAttempt: true,
      signal,
      delayUntil: (date) => {
        delays.push(date.getTime() - Date.now());
        throw putOff;
      },
    });
  return { run, delays, waits, claimed };
}

it("does nothing for a post that is somebody else's", async () => {
  const { run, delays } = publishing({ kind: "none" });
  await run();
  expect(delays).toEqual([]);
});

it("comes back for a post that is early", async () => {
  const { run, delays } = publishing({ kind: "early", wait_ms: 60_000 });
  await expect(run()).rejects.toBe(putOff);
  expect(delays[0]).toBeGreaterThan(50_000);
});

it("comes back soon when Directus is away", async () => {
  const { run, delays } = publishing(new AppError("upstream_unavailable", "Away."));
  await expect(run()).rejects.toBe(putOff);
  expect(delays[0]).toBeLessThanOrEqual(2_000);
});

it("claims nothing once the worker stops", async () => {
  const stopping = new AbortController();
  stopping.abort();
  const { run, claimed } = publishing({ kind: "none" }, stopping.signal);
  await expect(run()).rejects.toBe(putOff);
  expect(claimed).toEqual([]);
});

describe("a post whose account has its share in hand", () => {
  const next = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0099";

  it("keeps no job busy, and is claimed when the account's other is done", async () => {
    const first = Promise.withResolvers<ClaimAnswer>();
    const { run, claimed } = publishing(first.promise);
    const inHand = run();
    await run(next);
    expect(claimed).toEqual([claim.post_id]);
    first.resolve({ kind: "none" });
    await inHand;
    await expect.poll(() => claimed).toEqual([claim.post_id, next]);
  });

  it("comes back when it was early, and keeps its lane from nobody meanwhile", async () => {
    const first = Promise.withResolvers<ClaimAnswer>();
    const early: ClaimAnswer = { kind: "early", wait_ms: 10_000 };
    const none: ClaimAnswer = { kind: "none" };
    const { signal } = new AbortController();
    const { run, claimed, waits } = publishing(first.promise, signal, early, none, early, none);
    const inHand = run();
    await run(next);
    first.resolve(none);
    await inHand;
    await expect.poll(() => waits.map(({ ms }) => ms)).toEqual([10_000]);
    await run();
    expect(claimed).toEqual([claim.post_id, next, claim.post_id]);
    waits[0]?.end();
    await expect.poll(() => waits.length).toBe(2);
    waits[1]?.end();
    await expect.poll(() => claimed.slice(3)).toEqual([next, next]);
  });

  it("that is to wait for long is left to the sweep", async () => {
    const first = Promise.withResolvers<ClaimAnswer>();
    const long: ClaimAnswer = { kind: "early", wait_ms: 100_000 };
    const { signal } = new AbortController();
    const { run, claimed, waits } = publishing(first.promise, signal, long, { kind: "none" });
    const inHand = run();
    await run(next);
    first.resolve({ kind: "none" });
    await inHand;
    await expect.poll(() => claimed.length).toBe(2);
    await run();
    expect(waits).toEqual([]);
  });

  it("is not claimed any more once the worker stops", async () => {
    const stopping = new AbortController();
    const first = Promise.withResolvers<ClaimAnswer>();
    const { run, claimed } = publishing(first.promise, stopping.signal);
    const inHand = run();
    await run(next);
    stopping.abort();
    first.resolve({ kind: "none" });
    await inHand;
    expect(claimed).toEqual([claim.post_id]);
  });
});

import { AppError } from "@genie/errors";
import type { ClaimAnswer } from "@genie/schema";
import { expect, it } from "vitest";
import { oneAtATime } from "../accounts/one-at-a-time.ts";
import { openLanes } from "../publishing/lanes.ts";
import { fakeAccount } from "../testing/fake-account.ts";
import { claim } from "../testing/fake-claim.ts";
import { putOff } from "../testing/fake-job.ts";
import { publishPostHandler } from "./publish-post.ts";
import { unused } from "../testing/unused.ts";

function publishing(answer: ClaimAnswer | Error, signal = new AbortController().signal) {
  const delays: number[] = [];
  const { withAccount, services } = fakeAccount();
  let claims = 0;
  const handler = publishPostHandler({
    publishing: {
      claim: async () => {
        claims += 1;
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
    log: services.log,
  });
  const run = () =>
    handler({
      payload: {
        postId: claim.post_id,
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
  return { run, delays, claims: () => claims };
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
  const { run, claims } = publishing({ kind: "none" }, stopping.signal);
  await expect(run()).rejects.toBe(putOff);
  expect(claims()).toBe(0);
});

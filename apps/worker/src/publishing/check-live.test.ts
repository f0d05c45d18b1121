import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import type { LiveCheck, LiveReport } from "@genie/schema";
import { expect, it } from "vitest";
import { claim } from "../testing/fake-claim.ts";
import { fakeAccount, platform, profileId } from "../testing/fake-account.ts";
import { checkLive } from "./check-live.ts";

const check: LiveCheck = {
  post_id: claim.post_id,
  profile_id: profileId,
  platform_post_id: "p1",
  permalink: "https://fake.example/p1",
};

/** `batches`: how often checks are handed out, while there are more. */
async function look(
  isLive: Adapter["isLive"],
  { batches = 1, stopping = new AbortController() } = {},
) {
  const { signal } = stopping;
  const reports: LiveReport[] = [];
  const asked: (readonly string[])[] = [];
  const adapter = { platform, ...(isLive && { isLive }) };
  const { withAccount, services } = fakeAccount({ session: true, adapter });
  await checkLive(
    {
      live: {
        take: async (platforms) => {
          asked.push(platforms);
          return { checks: [check], more: asked.length < batches };
        },
        report: async (report) => void reports.push(report),
      },
      withAccount,
      log: services.log,
    },
    services.adapters.values(),
    signal,
  );
  return { reports, asked };
}

it.each([true, false])("reports whether a post is there: %s", async (live) => {
  const { reports } = await look(async () => live);
  expect(reports).toEqual([
    { post_id: claim.post_id, platform_post_id: "p1", live, proof_file_id: null },
  ]);
});

it("says nothing of what can't be looked at now", async () => {
  const { reports } = await look(async () => {
    throw new AppError("upstream_unavailable", "Fake is away.");
  });
  expect(reports).toEqual([]);
});

it("looks at all that there are, though looks at some fail", async () => {
  let looks = 0;
  const { reports, asked } = await look(
    async () => {
      looks += 1;
      if (looks === 2) throw new AppError("upstream_unavailable", "Fake is away.");
      return true;
    },
    { batches: 4 },
  );
  expect([asked.length, looks, reports.length]).toEqual([4, 4, 3]);
});

it("takes no more once it is to stop", async () => {
  const stopping = new AbortController();
  const isLive = async () => {
    stopping.abort();
    return true;
  };
  expect((await look(isLive, { batches: 4, stopping })).asked).toHaveLength(1);
});

it("asks for posts of those platforms alone that can be looked at", async () => {
  expect((await look(async () => true)).asked).toEqual([["fake"]]);
  expect((await look(undefined)).asked).toEqual([]);
});

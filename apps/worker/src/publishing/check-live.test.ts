import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import type { LiveCheck, LiveReport } from "@genie/schema";
import { expect, it } from "vitest";
import { claim } from "../testing/fake-claim.ts";
import { fakeAccount, platform, profileId } from "../testing/fake-account.ts";
import { checkLive } from "./check-live.ts";

const { signal } = new AbortController();
const check: LiveCheck = {
  post_id: claim.post_id,
  profile_id: profileId,
  platform_post_id: "p1",
  permalink: "https://fake.example/p1",
};

async function look(isLive: Adapter["isLive"], checks = [check]) {
  const reports: LiveReport[] = [];
  const asked: (readonly string[])[] = [];
  const adapter = { platform, ...(isLive && { isLive }) };
  const { withAccount, services } = fakeAccount({ session: true, adapter });
  await checkLive(
    {
      live: {
        take: async (platforms) => {
          asked.push(platforms);
          return checks;
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

it("asks for posts of those platforms alone that can be looked at", async () => {
  expect((await look(async () => true)).asked).toEqual([["fake"]]);
  expect((await look(undefined)).asked).toEqual([]);
});

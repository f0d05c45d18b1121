import type { WorkerProfile } from "@genie/directus-client";
import { expect, it } from "vitest";
import { profileId } from "../testing/fake-account.ts";
import { putOff } from "../testing/fake-job.ts";
import { startScrapeHandler } from "./start-scrape.ts";

const profile: WorkerProfile = {
  id: profileId,
  ownerId: profileId,
  platform: "fake",
  username: "demo",
  credentials: null,
  scrapeEnabled: true,
  connection: "connected",
  loginRefused: false,
  postsReadUntil: null,
  postsReadWholeAt: null,
};

async function scheduled(row: WorkerProfile | null): Promise<string[]> {
  const asked: string[] = [];
  const handler = startScrapeHandler({
    readProfile: async () => row,
    ensureScrapeJob: async (id) => {
      asked.push(id);
      return "created";
    },
  });
  await handler({
    payload: { profileId },
    attempt: 1,
    lastAttempt: false,
    signal: new AbortController().signal,
    delayUntil: () => {
      throw putOff;
    },
  });
  return asked;
}

it("asks for a scrape when the schedule comes due", async () => {
  expect(await scheduled(profile)).toEqual([profileId]);
});

it.each([
  ["was removed", null],
  ["is no longer to be scraped", { ...profile, scrapeEnabled: false }],
  ["had its log-in refused, so that it is not locked", { ...profile, loginRefused: true }],
])("leaves an account alone that %s", async (_what, row) => {
  expect(await scheduled(row)).toEqual([]);
});

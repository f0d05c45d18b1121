import type { ScrapePlan } from "@genie/directus-client";
import { expect, it } from "vitest";
import { profileId } from "../testing/fake-account.ts";
import { putOff } from "../testing/fake-job.ts";
import { startScrapeHandler } from "./start-scrape.ts";

const plan: ScrapePlan = {
  isEnabled: true,
  cron: "0 3 * * *",
  timezone: "Europe/Berlin",
  loginRefused: false,
};
const due = new Date("2026-11-28T02:00:00Z");
const later = new Date("2026-11-28T02:05:01Z");

/** What was asked for at a moment, and until when it was put off. */
async function scheduled(row: ScrapePlan | null, now: Date) {
  const asked: string[] = [];
  const untils: Date[] = [];
  const handler = startScrapeHandler({
    readPlan: async () => row,
    ensureScrapeJob: async (id) => {
      asked.push(id);
      return "created";
    },
    now: () => now,
  });
  const run = handler({
    payload: { profileId },
    attempt: 1,
    lastAttempt: false,
    signal: new AbortController().signal,
    delayUntil: (until) => {
      untils.push(until);
      throw putOff;
    },
  });
  await run.catch((error: unknown) => {
    if (error !== putOff) throw error;
  });
  return { asked, untils };
}

it("asks for a scrape some minutes after the schedule has come due, and not before", async () => {
  const first = await scheduled(plan, due);
  const [until = due] = first.untils;
  expect(first.asked).toEqual([]);
  expect(until.getTime()).toBeGreaterThan(due.getTime());
  expect(await scheduled(plan, until)).toEqual({ asked: [profileId], untils: [] });
});

it("asks at once for what comes late", async () => {
  expect(await scheduled(plan, later)).toEqual({ asked: [profileId], untils: [] });
});

it.each([
  ["was removed", null],
  ["is no longer to be scraped", { ...plan, isEnabled: false }],
  ["had its log-in refused, so that it is not locked", { ...plan, loginRefused: true }],
])("leaves an account alone that %s", async (_what, row) => {
  for (const now of [due, later]) {
    expect(await scheduled(row, now)).toEqual({ asked: [], untils: [] });
  }
});

import type { Cookie, PageDriver } from "@genie/browser-client";
import type { AskedLogIn, WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { fakeAccount, freshCookie, platform, profileId } from "../testing/fake-account.ts";
import { keptLog } from "../testing/kept-log.ts";
import type { PeopleRecords } from "./people-records.ts";
import { type Visit, waitingRooms } from "./waiting-rooms.ts";

const foreignCookie: Cookie = { ...freshCookie, name: "captcha", domain: "captcha.example" };

/** One account whose page says what the test wants, with records that note every change. */
function scene({ mostRooms = 3, adapter = {} }: { mostRooms?: number; adapter?: object } = {}) {
  const changes: unknown[] = [];
  const asked = { status: "pending" as AskedLogIn["status"], reason: "two_factor" as const };
  let signedIn = false;
  const records: PeopleRecords = {
    read: async (id) => ({ id, profileId, ...asked }),
    setBrowser: async (id, browser) => void changes.push([id, browser]),
    fail: async (id, sentence) => void changes.push([id, sentence]),
    saveSession: async (_profile: WorkerProfile, { cookies, capturedBy }) => {
      changes.push({ cookies, capturedBy });
      return "session";
    },
    startScrape: async (id) => changes.push({ scrape: id }),
  };
  const { log } = keptLog();
  let waiting: (() => void)[] = [];
  const rooms = waitingRooms({
    records,
    log,
    mostRooms,
    pause: (left) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        left.addEventListener("abort", () => resolve(), { once: true });
      }),
  });
  /** Lets all rooms look so many times. */
  const look = async (times: number) => {
    for (let done = 0; done < times; done += 1) {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
      for (let turns = 0; turns < 20; turns += 1) await turn();
    }
  };
  const { services } = fakeAccount({
    adapter: {
      isSignedIn: async () => signedIn,
      resumeSession: async () => "active",
      ...adapter,
    },
  });
  const visit = async (askedId: string): Promise<Visit> => {
    const page: PageDriver = await services.startBrowser(
      { allowed_hosts: [...platform.hosts] },
      new AbortController().signal,
    );
    return {
      askedId,
      profile: (await services.records.readProfile(profileId)) as WorkerProfile,
      adapter: services.adapters.get("fake") as Adapter,
      page: {
        ...page,
        id: `browser of ${askedId}`,
        cookies: async () => [freshCookie, foreignCookie],
        close: async () => void changes.push(`closed ${askedId}`),
      },
    };
  };
  return { rooms, changes, visit, look, asked, signIn: () => void (signedIn = true) };
}

it("keeps the session as soon as somebody is signed in, and only the platform's cookies", async () => {
  const { rooms, changes, visit, look, signIn } = scene();
  await rooms.letIn(await visit("a"));
  await look(4);
  expect(changes).toEqual([["a", "browser of a"]]);
  expect(await rooms.isOpen("a")).toBe(true);
  signIn();
  await look(1);
  expect(changes.slice(2)).toEqual([
    { cookies: [freshCookie], capturedBy: "live_login" },
    { scrape: profileId },
    ["a", null],
    "closed a",
  ]);
  expect(await rooms.isOpen("a")).toBe(false);
});

it("keeps nothing of somebody else's account, and says whose it is", async () => {
  const sentence = "On Fake @other is signed in, and not @demo.";
  const { rooms, changes, visit, look, signIn } = scene({
    adapter: {
      resumeSession: () => Promise.reject(new AppError("reconnect_required", sentence)),
    },
  });
  await rooms.letIn(await visit("a"));
  signIn();
  await look(1);
  expect(changes).toEqual([["a", "browser of a"], ["a", sentence], ["a", null], "closed a"]);
});

it.each(["cancelled", "completed"] as const)("closes when the log-in is %s", async (status) => {
  const { rooms, changes, visit, look, asked } = scene();
  await rooms.letIn(await visit("a"));
  asked.status = status;
  await look(5);
  expect(changes).toEqual([["a", "browser of a"], ["a", null], "closed a"]);
});

it("gives up in time, and what waits goes on waiting", async () => {
  const { rooms, changes, visit, look } = scene();
  await rooms.letIn(await visit("a"));
  await look(900);
  expect(changes).toEqual([["a", "browser of a"], ["a", null], "closed a"]);
});

it("has places for some, and the oldest gives its up", async () => {
  const { rooms, changes, visit } = scene({ mostRooms: 1 });
  await rooms.letIn(await visit("a"));
  await rooms.letIn(await visit("b"));
  expect(changes).toEqual([["a", "browser of a"], ["a", null], "closed a", ["b", "browser of b"]]);
  await rooms.close();
  expect(changes.slice(4)).toEqual([["b", null], "closed b"]);
});

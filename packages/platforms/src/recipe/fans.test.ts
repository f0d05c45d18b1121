import type { PageDriver } from "@genie/browser-client";
import { expect, it } from "vitest";
import { onlyfansSite } from "../onlyfans/site.ts";
import { listFans, mapReadFan } from "./fans.ts";
import { readShownTime } from "./times.ts";

const site = { readTime: readShownTime };
const now = new Date("2026-11-28T12:00:00Z");
const shown = {
  handle: "@Maya.L12",
  name: " Maya L. ",
  tier: "Gold",
  spent: "$1,010.00",
  lastSeen: "2026-11-20T10:30:00Z",
  subscribedSince: "Mar 1, 2025",
};

it("a fan is her username, with what can be read of her", () => {
  expect(mapReadFan(site, shown, now)).toEqual({
    platformFanId: "maya.l12",
    username: "Maya.L12",
    displayName: "Maya L.",
    tier: "Gold",
    status: "active",
    subscribedAt: new Date("2025-03-01T00:00:00Z"),
    totalSpent: "1010.00",
    lastInteraction: new Date("2026-11-20T10:30:00Z"),
  });
});

it.each([
  ["money of another kind", { spent: "12 €" }, { totalSpent: null }],
  ["a time that says nothing", { lastSeen: "recently" }, { lastInteraction: null }],
  ["no tier", { tier: null }, { tier: null }],
  [
    "times that have changed places",
    { lastSeen: "2024-01-01T00:00:00Z" },
    { lastInteraction: null, subscribedAt: null },
  ],
])("%s is not guessed at", (_what, change, known) => {
  expect(mapReadFan(site, { ...shown, ...change }, now)).toMatchObject(known);
});

it.each(["", "Maya L.", "@", "@maya l"])("%j is no username, and she is not taken", (handle) => {
  expect(mapReadFan(site, { ...shown, handle }, now)).toBeNull();
});

const shownAt = (url: string) => ({ url, title: "", status: 200, retry_after_ms: null });

it("a fan whom the list shows twice, at once or as it grows, is listed once", async () => {
  const [{ fans: list }, handles] = [onlyfansSite, [["@a", "@A", "@b"], ["@b", "@c", "@c"], []]];
  if (list === null) throw new Error("It lists fans.");
  const page = {
    navigate: async (url) => shownAt(url),
    act: async () => shownAt(onlyfansSite.platform.origin),
    read: async () => ({
      fields: {},
      rows: (handles.shift() ?? []).map((handle) => ({ handle })),
    }),
    more: async () => true,
  } satisfies Partial<PageDriver>;
  const context = {
    username: "alice",
    cookies: [],
    openPage: async () => page as unknown as PageDriver,
    fetch,
    signal: new AbortController().signal,
  };
  const pages: string[][] = [];
  for await (const fans of listFans(context, onlyfansSite, list)) {
    pages.push(fans.map(({ platformFanId }) => platformFanId));
  }
  expect(pages).toEqual([["a", "b"], ["c"]]);
});

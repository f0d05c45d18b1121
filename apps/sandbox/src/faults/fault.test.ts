import { expect, it } from "vitest";
import { Fault, isMeant } from "./fault.ts";

const page = { username: "maya", path: "/@maya", method: "GET", isPage: true };

it("a fault happens once unless told otherwise; a slow site and a skin stay", () => {
  expect(Fault.parse({ kind: "error_after_commit" }).times).toBe(1);
  expect(Fault.parse({ kind: "slow", ms: 5 }).times).toBe("always");
  expect(Fault.parse({ kind: "skin", skin: "cards" }).times).toBe("always");
});

it.each([
  [{}, true],
  [{ username: "Maya" }, true],
  [{ username: "noor" }, false],
  [{ path: "/@maya" }, true],
  [{ path: "/@*" }, true],
  [{ path: "/@may" }, false],
  [{ path: "/.maya" }, false],
  [{ method: "get" }, true],
  [{ method: "POST" }, false],
])("%o is meant for a visit of a profile: %s", (limits, meant) => {
  expect(isMeant(Fault.parse({ kind: "rate_limited", ...limits }), page)).toBe(meant);
});

it("media are reached by a path of their own only", () => {
  const media = { ...page, path: "/media/1.jpg", isPage: false };
  expect(isMeant(Fault.parse({ kind: "slow", ms: 5 }), media)).toBe(false);
  expect(isMeant(Fault.parse({ kind: "slow", ms: 5, path: "/media/*" }), media)).toBe(true);
});

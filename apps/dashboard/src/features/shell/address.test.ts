import { describe, expect, it } from "vitest";
import { addressWith } from "./address.ts";

describe("addressWith", () => {
  it.each([
    ["", { post: "1" }, "/app/calendar?post=1"],
    ["month=2026-05&post=1", { post: null }, "/app/calendar?month=2026-05"],
    ["post=1", { post: null }, "/app/calendar"],
    ["post=1", { post: "2", view: "list" }, "/app/calendar?post=2&view=list"],
    ["a=b", {}, "/app/calendar?a=b"],
    ["tag=a&tag=b", { tag: ["b", "c, d"] }, "/app/calendar?tag=b&tag=c%2C+d"],
    ["tag=a&tag=b", { tag: [] }, "/app/calendar"],
  ])("%j with %o is %s", (query, changes, address) => {
    expect(addressWith("/app/calendar", new URLSearchParams(query), changes)).toBe(address);
  });
});

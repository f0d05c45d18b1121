import { describe, expect, it } from "vitest";
import { addressWith } from "./address.ts";

describe("addressWith", () => {
  it.each([
    ["", { post: "1" }, "/app/calendar?post=1"],
    ["month=2026-05&post=1", { post: null }, "/app/calendar?month=2026-05"],
    ["post=1", { post: null }, "/app/calendar"],
    ["post=1", { post: "2", view: "list" }, "/app/calendar?post=2&view=list"],
    ["a=b", {}, "/app/calendar?a=b"],
  ])("%j with %o is %s", (query, changes, address) => {
    expect(addressWith("/app/calendar", new URLSearchParams(query), changes)).toBe(address);
  });
});

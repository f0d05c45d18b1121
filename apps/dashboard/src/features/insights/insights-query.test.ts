import { describe, expect, it } from "vitest";
import { insightsQuery, startOf } from "./insights-query.ts";

const read = (address: string) => {
  const params = new URLSearchParams(address);
  return insightsQuery((part) => params.get(part));
};

describe("insightsQuery", () => {
  it("shows 30 days of all accounts unless it is told otherwise", () => {
    expect(read("")).toEqual({ period: "30d", account: null, best: "likes", by: "engagement" });
  });

  it("leaves out what makes no sense", () => {
    const account = "0b8f1f1e-6d3e-4f7f-9d3f-0a7c3a0c2a11";
    expect(read(`period=year&best=views&by=earnings&account=${account}`)).toEqual({
      period: "year",
      account,
      best: "views",
      by: "earnings",
    });
    expect(read("period=decade&best=luck&by=fame&account=me")).toEqual(read(""));
  });
});

it("a period begins so many days before now, and all of it nowhere", () => {
  const now = new Date("2026-11-28T12:00:00Z");
  expect(startOf("30d", now)).toEqual(new Date("2026-10-29T12:00:00Z"));
  expect(startOf("all", now)).toBeNull();
});

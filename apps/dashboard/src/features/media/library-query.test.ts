import { describe, expect, it } from "vitest";
import { filterCount, libraryQuery } from "./library-query.ts";

const read = (address: string) => {
  const params = new URLSearchParams(address);
  return libraryQuery((part) => params.get(part));
};

describe("libraryQuery", () => {
  it("without anything is the whole library, newest first", () => {
    expect(read("")).toEqual({ search: "", order: "newest" });
  });

  it("reads what is chosen", () => {
    expect(read("q= sea &platform=sandbox&type=video&source=scraped&sort=likes")).toEqual({
      search: "sea",
      platform: "sandbox",
      kind: "video",
      source: "scraped",
      order: "likes",
    });
  });

  it("leaves out what makes no sense", () => {
    expect(read("type=poem&source=stolen&sort=colour")).toEqual({ search: "", order: "newest" });
  });
});

describe("filterCount", () => {
  it("counts what narrows, not search or order", () => {
    expect(filterCount(read("q=sea&sort=likes"))).toBe(0);
    expect(filterCount(read("platform=sandbox&type=video"))).toBe(2);
  });
});

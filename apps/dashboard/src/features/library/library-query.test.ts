import { describe, expect, it } from "vitest";
import { choiceCount, libraryQuery } from "./library-query.ts";

const read = (address: string) => {
  const params = new URLSearchParams(address);
  return libraryQuery({
    getAll: (part) => params.getAll(part),
    zone: "Europe/Berlin",
    order: "newest",
  });
};

describe("libraryQuery", () => {
  it("without anything is the whole library, in the order that the device remembers", () => {
    expect(read("")).toEqual({ order: "newest" });
  });

  it("reads several values of each facet", () => {
    expect(
      read(
        "q= sea &platform=sandbox&type=video&type=image&source=scraped&tag=beach&tag=red, blue&subject=sea side&concept=intimacy-level.low&used=no&earned=best&bin=1&sort=likes",
      ),
    ).toEqual({
      search: "sea",
      platform: ["sandbox"],
      kind: ["image", "video"],
      source: ["scraped"],
      tag: ["beach", "red, blue"],
      subject: ["sea side"],
      concept: ["intimacy-level.low"],
      used: false,
      earned: ["best"],
      deleted: true,
      order: "likes",
    });
  });

  it("takes days as hers, the last one included", () => {
    expect(read("from=2026-03-01&until=2026-03-29")).toMatchObject({
      from: "2026-02-28T23:00:00.000Z",
      until: "2026-03-29T22:00:00.000Z",
    });
  });

  it("leaves out what makes no sense", () => {
    expect(
      read(
        "type=poem&source=stolen&sort=colour&earned=lots&used=maybe&from=2026-02-30&until=x&account=me&tag=&concept=content-type",
      ),
    ).toEqual({ order: "newest" });
  });
});

describe("choiceCount", () => {
  it("counts each value that narrows, not the search, the bin or the order", () => {
    const params = new URLSearchParams("q=sea&sort=likes&bin=1&tag=a&tag=b&type=video");
    expect(choiceCount((part) => params.getAll(part))).toBe(3);
  });
});

import { describe, expect, it } from "vitest";
import { accountFigures } from "./account-figures.ts";

describe("accountFigures", () => {
  it("shows what the platform shows, and money in its currency", () => {
    const stored = {
      followers: 12345,
      following: null,
      posts: 0,
      earnings: "1234.50",
      currency: "USD",
    };
    expect(accountFigures(stored)).toEqual([
      { name: "followers", text: "12,345" },
      { name: "posts", text: "0" },
      { name: "earnings", text: "$1,234.50" },
    ]);
  });

  it.each([null, {}, { followers: "many", earnings: 5 }])("shows nothing of %o", (stored) => {
    expect(accountFigures(stored)).toEqual([]);
  });
});

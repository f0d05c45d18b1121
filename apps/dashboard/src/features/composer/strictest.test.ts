import { describe, expect, it } from "vitest";
import { altTextLimit, mostMedia, strictestCount } from "./strictest.ts";
import { accountsOn } from "./testing/sample-accounts.ts";

const accounts = accountsOn({ platform: "sandbox" }, { platform: "shortform" });

describe("strictestCount", () => {
  it("counts as the account does that has least left", () => {
    // One flag is two code points and one grapheme.
    expect(strictestCount("🇩🇪", accounts)).toMatchObject({
      account: { label: "Shortform" },
      used: 1,
      most: 10,
      left: 9,
    });
  });

  it("has nothing to count without an account that can be reached", () => {
    expect(strictestCount("Hello", accountsOn({ platform: "nowhere" }))).toBeNull();
  });
});

it("descriptions are as long as the shortest that is taken, where any are", () => {
  expect(altTextLimit(accounts)).toBe(20);
  expect(altTextLimit(accountsOn({ platform: "sandbox" }))).toBeNull();
});

it("as many media may be chosen as one of the accounts takes", () => {
  expect(mostMedia(accounts)).toBe(4);
  expect(mostMedia([])).toBe(1);
});

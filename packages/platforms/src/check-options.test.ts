import { describe, expect, it } from "vitest";
import { checkOptions } from "./check-options.ts";
import { sandboxPlatform } from "./sandbox/platform.ts";

const { name, options } = sandboxPlatform("http://sandbox.localhost:1");
const platform = {
  name,
  options: [...options, { name: "warning", label: "Warning", kind: "text", most: 5 } as const],
};

describe("checkOptions", () => {
  it.each([
    [{}],
    [{ visibility: "subscribers" }],
    [{ visibility: null, warning: "🌅🌅🌅🌅🌅" }],
    [{ of_another_platform: 5 }],
  ])("takes %j", (config) => {
    expect(checkOptions(platform, config)).toEqual([]);
  });

  it("says what else could be answered", () => {
    expect(checkOptions(platform, { visibility: "friends", warning: "too long" })).toEqual([
      '"Who sees it" on Sandbox is one of: public, subscribers.',
      '"Warning" on Sandbox is a text of 5 characters at most.',
    ]);
    expect(checkOptions(platform, { visibility: 5, warning: {} })).toHaveLength(2);
  });
});

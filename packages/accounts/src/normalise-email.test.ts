import { describe, expect, it } from "vitest";
import { normaliseEmail } from "./normalise-email.ts";

describe("normaliseEmail", () => {
  it.each([
    ["ann@example.com", "ann@example.com"],
    ["  Ann.Lee+News@Example.COM\n", "ann.lee+news@example.com"],
    ["ann@BÜCHER.example", "ann@xn--bcher-kva.example"],
    ["ann@bu\u0308cher.example", "ann@xn--bcher-kva.example"],
    ["ann@exam\uff50le.com", "ann@example.com"],
  ])("%j is %s", (text, expected) => {
    expect(normaliseEmail(text)).toBe(expected);
  });

  it.each([
    "",
    "ann",
    "@example.com",
    "ann@",
    "ann@localhost",
    "ann@exa mple.com",
    "ann@example.com/x",
    "ann@example.com:80",
    "ann lee@example.com",
    "ann@evil.com@example.com",
    `${"a".repeat(250)}@example.com`,
  ])("%j is no address", (text) => {
    expect(normaliseEmail(text)).toBeUndefined();
  });
});

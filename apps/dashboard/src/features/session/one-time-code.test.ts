import { describe, expect, it } from "vitest";
import { oneTimeCode } from "./one-time-code.ts";

describe("oneTimeCode", () => {
  it.each(["123456", " 123 456 ", "123-456", "123\u00a0456\n"])("%j is 123456", (text) => {
    expect(oneTimeCode("x").parse(text)).toBe("123456");
  });

  it.each(["", "12345", "1234567", "12345a"])("%j is incomplete", (text) => {
    expect(oneTimeCode("Enter six.").safeParse(text).error?.issues[0]?.message).toBe("Enter six.");
  });
});

import { describe, expect, it } from "vitest";
import { groupPairingCode, normalisePairingCode } from "./pairing-code.ts";

describe("a typed code", () => {
  it.each([
    ["7KQ2MX9TAB"],
    ["7kq2m-x9tab"],
    [" 7KQ2M X9TAB\n"],
    ["7kq2m–x9tab"],
    ["7 k q 2 m x 9 t a b"],
  ])("%j is what is stored", (typed) => {
    expect(normalisePairingCode(typed)).toBe("7KQ2MX9TAB");
  });

  it("has the digits that letters were taken for", () => {
    expect(normalisePairingCode("oOiIl-L0000")).toBe("0011110000");
  });

  it.each(["", "7KQ2M", "7KQ2MX9TABC", "7KQ2M-X9TAU", "7KQ2M_X9TAB", "ÄKQ2M-X9TAB"])(
    "%j is none",
    (typed) => {
      expect(normalisePairingCode(typed)).toBeNull();
    },
  );

  it("is the same in its groups", () => {
    expect(groupPairingCode("7KQ2MX9TAB")).toBe("7KQ2M-X9TAB");
    expect(normalisePairingCode(groupPairingCode("7KQ2MX9TAB"))).toBe("7KQ2MX9TAB");
  });
});

import { describe, expect, it } from "vitest";
import { checkCanary, makeCanary } from "./canary.ts";
import { generateKey, parseKeyRing } from "./key-ring.ts";

const key = generateKey();
const ring = parseKeyRing(`1:${key}`, "1");

describe("checkCanary", () => {
  it("is ok with the key that made it, primary or not", () => {
    const canary = makeCanary(ring);
    expect(checkCanary(ring, canary)).toBe("ok");
    expect(checkCanary(parseKeyRing(`2:${generateKey()},1:${key}`, "2"), canary)).toBe("ok");
  });

  it("tells another key of the same id", () => {
    expect(checkCanary(parseKeyRing(`1:${generateKey()}`, "1"), makeCanary(ring))).toBe(
      "wrong_key",
    );
  });

  it("tells a key that has left the ring", () => {
    expect(checkCanary(parseKeyRing(`2:${key}`, "2"), makeCanary(ring))).toBe("unknown_key");
  });

  it("refuses what is not a sealed value", () => {
    expect(() => checkCanary(ring, "canary")).toThrow(
      expect.objectContaining({ code: "unopenable" }),
    );
  });
});

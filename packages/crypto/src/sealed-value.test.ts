import { describe, expect, it } from "vitest";
import { generateKey, parseKeyRing } from "./key-ring.ts";
import { seal } from "./seal.ts";
import { isSealedValue, toSealedValue } from "./sealed-value.ts";

describe("isSealedValue", () => {
  it("knows what toSealedValue makes, also after JSON", () => {
    const context = { collection: "c", field: "f", rowId: "r", ownerId: "o" };
    const value = toSealedValue(seal(parseKeyRing(`1:${generateKey()}`, "1"), "x", context));
    expect(isSealedValue(value)).toBe(true);
    expect(isSealedValue(JSON.parse(JSON.stringify(value)))).toBe(true);
  });

  it.each([
    null,
    undefined,
    "cb1.AQ",
    [],
    {},
    { sealed: 1 },
    { sealed: "plain" },
    { sealed: "cb1.AQ", user: "x" },
  ])("refuses %j", (value) => {
    expect(isSealedValue(value)).toBe(false);
  });
});

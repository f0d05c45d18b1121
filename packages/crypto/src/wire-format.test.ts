import * as fc from "fast-check";
import { expect, it } from "vitest";
import { generateKey, parseKeyRing } from "./key-ring.ts";
import { seal } from "./seal.ts";
import { keyIdOfStart, sealedStart } from "./wire-format.ts";

const context = { collection: "c", field: "f", rowId: "r", ownerId: "o" };
const anyId = fc.integer({ min: 1, max: 0x7f_ff_ff_ff });

it("a value begins with the start of its key, and tells its id", () => {
  const key = generateKey();
  fc.assert(
    fc.property(anyId, fc.string(), (id, text) => {
      const sealed = seal(parseKeyRing(`${id}:${key}`, String(id)), text, context);
      const start = sealed.slice(0, 12);
      expect(start).toBe(sealedStart(id));
      expect(keyIdOfStart(start)).toBe(id);
    }),
  );
});

it("no other text has an id", () => {
  const start = sealedStart(7);
  for (const text of [
    "",
    "cb1.",
    "cb1.AQEAAAA",
    "cb1.AQEAAAAA",
    `${start}A`,
    start.slice(1),
    "cb1.AgEAAAAH",
  ]) {
    expect(keyIdOfStart(text)).toBeUndefined();
  }
});

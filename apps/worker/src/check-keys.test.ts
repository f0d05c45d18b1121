import { generateKey, makeCanary, parseKeyRing } from "@genie/crypto";
import { expect, it } from "vitest";
import { checkKeys } from "./check-keys.ts";

const [one, two] = [generateKey(), generateKey()];
const ring = parseKeyRing(`2:${two},1:${one}`, "2");
const canaries = [makeCanary({ ...ring, primaryId: 1 }), makeCanary(ring)];

it("takes keys that open every sample", () => {
  expect(() => checkKeys(ring, canaries)).not.toThrow();
});

it.each([
  ["a missing key", `1:${one}`, "1", /right key 2,/],
  ["another key of the same id", `2:${two},1:${generateKey()}`, "2", /right key 1,/],
  ["keys that are swapped", `2:${one},1:${two}`, "2", /right key 1, 2,/],
])("refuses %s, naming its id alone", (_case, keys, primary, sentence) => {
  expect(() => checkKeys(parseKeyRing(keys, primary), canaries)).toThrow(sentence);
});

import { expect, it } from "vitest";
import { splitEntries, withEntries } from "./split-entries.ts";

it.each([
  ["words", "meet me, free ; sale\nlast call\r\n\n", ["meet me", "free", "sale", "last call"]],
  ["tags", "#ad, sponsored\n＃Paid #ad2", ["ad", "sponsored", "Paid", "ad2"]],
  ["words", " , \n", []],
] as const)("%s in %j", (kind, text, entries) => {
  expect(splitEntries(text, kind)).toEqual(entries);
});

it("an entry is added once, in any case", () => {
  expect(withEntries(["Sale", "b"], ["sale", "c", "C", "ｃ"])).toEqual(["Sale", "b", "c"]);
});

import { describe, expect, it } from "vitest";
import { interpolate } from "./interpolate.ts";

const scope = new Map<string, unknown>([
  [
    "input",
    {
      n: 3,
      yes: true,
      none: null,
      text: "words",
      list: [{ id: "a" }, { id: "b" }],
      deep: { er: { still: 1 } },
      sneaky: "$input.n and $$",
    },
  ],
  ["made", { id: "m1" }],
  ["skipped", null],
]);
const put = (value: unknown) => interpolate({ value }, scope)["value"];

describe("references", () => {
  it.each([
    ["$input.n", 3],
    ["$input.yes", true],
    ["$input.none", null],
    ["$input.list", [{ id: "a" }, { id: "b" }]],
    ["$input.list.1.id", "b"],
    ["$input.deep.er.still", 1],
    ["$made", { id: "m1" }],
    ["$made.id?", "m1"],
  ])("alone keep the type of their value: %s", (reference, value) => {
    expect(put(reference)).toEqual(value);
  });

  it.each([
    ["$input.text and $made.id.", "words and m1."],
    ["n=$input.n yes=$input.yes none=$input.none.", "n=3 yes=true none=."],
    ["list: $input.list", 'list: [{"id":"a"},{"id":"b"}]'],
    ["$$input.n costs $$5 or $5", "$input.n costs $5 or $5"],
    ["$$", "$"],
    ["$NOW", "$NOW"],
    ["is it $input.text?!", "is it words?!"],
  ])("within text are put in as text: %s", (text, value) => {
    expect(put(text)).toBe(value);
  });

  it("are found at any depth, in lists and objects", () => {
    expect(put([{ a: ["$input.n", { b: "$made.id" }] }])).toEqual([{ a: [3, { b: "m1" }] }]);
  });

  it("in values that were put in stay as they are", () => {
    expect(put("$input.sneaky")).toBe("$input.n and $$");
    expect(put("it says: $input.sneaky")).toBe("it says: $input.n and $$");
  });

  it.each([
    "$input.missing",
    "$input.n.deeper",
    "$input.list.2",
    "$input.list.-1",
    "$input.list.length",
    "$input.text.length",
    "$input.text.0",
    "$later.id",
    "$skipped.id",
    "$input.__proto__",
    "$input.constructor",
    "$input.constructor.name",
    "$input.toString",
    "$input.deep.hasOwnProperty",
    "$constructor",
    "text with $input.missing in it",
  ])("without a value are named: %s", (text) => {
    const written = /\$[\w.-]+/.exec(text)?.[0];
    expect(() => put(text)).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        message: expect.stringContaining(`There is nothing at ${written}.`),
      }),
    );
  });

  it("that may be missing leave their field out", () => {
    expect(
      interpolate({ a: "$input.missing?", b: "$later.id?", c: ["$input.missing?", 1] }, scope),
    ).toEqual({ c: [1] });
    expect(interpolate({ a: "$input.none?" }, scope)).toEqual({ a: null });
  });

  it("reach own properties alone, also where a name is one of the prototype's", () => {
    const own = new Map([["input", JSON.parse('{"__proto__":{"x":1},"constructor":"mine"}')]]);
    expect(interpolate({ a: "$input.__proto__.x", b: "$input.constructor" }, own)).toEqual({
      a: 1,
      b: "mine",
    });
    const filled = interpolate(JSON.parse('{"__proto__":"$input.constructor"}'), own);
    expect(Object.getPrototypeOf(filled)).toBe(Object.prototype);
    expect(Object.hasOwn(filled, "__proto__")).toBe(true);
  });
});

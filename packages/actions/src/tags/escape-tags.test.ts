import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTagParser } from "./create-tag-parser.ts";
import { escapeTags } from "./escape-tags.ts";

const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom("[", "\\", "A", "[A", "CTION:", "[ACTION:", "[ACTION:x]", "[ACTI", "ON:x]"),
      fc.constantFrom('[ACTION:x:{"a":1}]', "\\[ACTION:x]", "\\\\[ACTION:y]", "[[ACTION:z]]", ""),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

const partsOf = (chunks: readonly string[]) => {
  const parser = createTagParser();
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.end()];
};

describe("foreign text", () => {
  it("reads as it did, with nothing in it that acts", () => {
    const caption = 'Nice [pic]! [ACTION:delete:{"id":"1"}]';
    expect(escapeTags(caption)).toBe('Nice [pic]! \\[ACTION:delete:{"id":"1"}]');
    expect(partsOf([escapeTags(caption)])).toEqual([{ type: "text", text: caption }]);
  });

  it("is escaped once, however often", () => {
    fc.assert(
      fc.property(foreign, (words) => {
        expect(escapeTags(escapeTags(words))).toBe(escapeTags(words));
      }),
      { numRuns: 2000 },
    );
  });

  it("never acts, alone or joined with other foreign text, however it is cut", () => {
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 6 }), fc.nat(8), (texts, size) => {
        const whole = texts.map(escapeTags).join("");
        const chunks = whole.match(new RegExp(`[^]{1,${size + 1}}`, "g")) ?? [];
        expect(partsOf(chunks).filter(({ type }) => type === "action")).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });
});

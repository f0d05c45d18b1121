import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTagParser, longestTagBytes, type TagPart } from "./create-tag-parser.ts";

function parse(chunks: readonly string[]): TagPart[] {
  const parser = createTagParser();
  return joined([...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.end()]);
}

/** Texts that follow each other are one. */
function joined(parts: readonly TagPart[]): TagPart[] {
  const all: TagPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.type === "text" && last?.type === "text") last.text += part.text;
    else all.push({ ...part });
  }
  return all;
}

const text = (words: string): TagPart => ({ type: "text", text: words });
const action = (raw: string, slug: string, params: Record<string, unknown> = {}): TagPart => ({
  type: "action",
  slug,
  params,
  raw,
});
const written = (parts: readonly TagPart[]) =>
  parts.map((part) => (part.type === "text" ? part.text : part.raw)).join("");

/** A tag of so many bytes. */
const tagOf = (bytes: number) => {
  const around = '[ACTION:x:{"a":""}]'.length;
  return `[ACTION:x:{"a":"${"é".repeat((bytes - around) / 2)}"}]`;
};

/** Text made of what tags are made of, so that many come out nearly right. */
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom("[", "]", "\\", "[ACTION:", "\\[ACTION:", "ACT", "ION:", ":", "{", "}", '"'),
      fc.constantFrom("post-create", "[ACTION:x]", '[ACTION:x:{"a":[1,{"b":"]"}]}]', ',"b":', "\n"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

const chunked = scraps.chain((whole) =>
  fc.array(fc.nat(whole.length), { maxLength: 12 }).map((cuts) => {
    const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
    return places.slice(1).map((place, index) => whole.slice(places[index], place));
  }),
);

describe("action tags", () => {
  it("are found among text, with and without params", () => {
    const tag = '[ACTION:post-create:{"caption":"Hi [you] {there} \\"quoted\\"","n":{"a":[1,2]}}]';
    expect(parse([`Before ${tag} between [ACTION:x] and [ACTION:y:{}] after`])).toEqual([
      text("Before "),
      action(tag, "post-create", { caption: 'Hi [you] {there} "quoted"', n: { a: [1, 2] } }),
      text(" between "),
      action("[ACTION:x]", "x"),
      text(" and "),
      action("[ACTION:y:{}]", "y"),
      text(" after"),
    ]);
  });

  it("that are escaped are text, without the backslash", () => {
    expect(parse(["say \\[ACTION:x] and \\\\[ACTION:x] and \\[ACT"])).toEqual([
      text("say [ACTION:x] and \\[ACTION:x] and \\[ACT"),
    ]);
  });

  it.each([
    "[ACTION:]",
    "[ACTION::{}]",
    "[ACTION:UPPER]",
    "[ACTION:a b]",
    "[action:x]",
    `[ACTION:${"x".repeat(65)}]`,
    "[ACTION:x:]",
    "[ACTION:x:[1]]",
    '[ACTION:x:"text"]',
    "[ACTION:x:null]",
    "[ACTION:x:{a:1}]",
    '[ACTION:x:{"a":1}',
    '[ACTION:x:{"a":1]',
    '[ACTION:x:{"a":"\\[ACTION:y]"}]',
    '[ACTION:x:{"a":1} and more]',
    '[ACTION:x:{"a":"left open',
    "[ACTION:x",
    "[ACTION",
    "[",
    "\\",
  ])("that are none stay as they were written: %s", (words) => {
    expect(parse([words])).toEqual([text(words)]);
  });

  it("inside of one that is none are none", () => {
    const inner = '[ACTION:x:{"caption":"[ACTION:scheduled-delete]';
    expect(parse([inner])).toEqual([text(inner)]);
    expect(parse([`${inner}"} oops]`])).toEqual([text(`${inner}"} oops]`)]);
  });

  it("go on after one that is none", () => {
    expect(parse(['[ACTION:A][ACTION:x] [ACTION:y:{"a":[}[ACTION:z]'])).toEqual([
      text("[ACTION:A]"),
      action("[ACTION:x]", "x"),
      text(' [ACTION:y:{"a":[}'),
      action("[ACTION:z]", "z"),
    ]);
  });

  it("over 16 KiB are text up to their end, and what follows counts again", () => {
    const fits = tagOf(longestTagBytes - 1);
    expect(parse([fits])).toEqual([
      expect.objectContaining({ type: "action", slug: "x", raw: fits }),
    ]);
    const inside = `"[ACTION:inner]"`;
    const over = `[ACTION:x:{"a":"${"y".repeat(longestTagBytes)}","b":${inside}}]`;
    expect(parse([`${over} [ACTION:z]`])).toEqual([text(`${over} `), action("[ACTION:z]", "z")]);
    expect(parse([tagOf(longestTagBytes + 1)])[0]?.type).toBe("text");
  });

  it("hold only what may still become one", () => {
    const parser = createTagParser();
    expect(parser.push("Hello [ACT")).toEqual([text("Hello ")]);
    expect(parser.push("or")).toEqual([text("[ACTor")]);
    expect(parser.push(" [ACTION:x:{")).toEqual([text(" ")]);
    expect(parser.push("}]")).toEqual([action("[ACTION:x:{}]", "x")]);
    expect(parser.end()).toEqual([]);
  });

  it("are the same however the text is cut", () => {
    fc.assert(
      fc.property(chunked, (chunks) => {
        expect(parse(chunks)).toEqual(parse([chunks.join("")]));
      }),
      { numRuns: 2000 },
    );
  });

  it("and the text between give back what was written", () => {
    fc.assert(
      fc.property(chunked, (chunks) => {
        const whole = chunks.join("");
        // An escaped one gives back its text without the backslash.
        fc.pre(!whole.includes("\\[ACTION:"));
        expect(written(parse(chunks))).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it("never have params that are no object, or a slug that is none", () => {
    fc.assert(
      fc.property(scraps, (words) => {
        for (const part of parse([words])) {
          if (part.type === "text") continue;
          expect(part.slug).toMatch(/^[a-z0-9-]{1,64}$/);
          expect(Object.prototype.toString.call(part.params)).toBe("[object Object]");
        }
      }),
    );
  });
});

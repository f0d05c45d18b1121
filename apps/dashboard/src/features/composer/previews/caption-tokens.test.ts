import { describe, expect, it } from "vitest";
import { captionTokens } from "./caption-tokens.ts";

const marked = (caption: string) =>
  captionTokens(caption).flatMap(({ kind, text }) => (kind === "text" ? [] : [[kind, text]]));

describe("captionTokens", () => {
  it.each([
    ["New: https://robin.example/set, go", [["link", "https://robin.example/set"]]],
    [
      "With @anna.test and @ben@fedi.example.",
      [
        ["mention", "@anna.test"],
        ["mention", "@ben@fedi.example"],
      ],
    ],
    [
      "#blue #２set #1",
      [
        ["hashtag", "#blue"],
        ["hashtag", "#２set"],
      ],
    ],
    ["https://robin.example/#blue/@anna", [["link", "https://robin.example/#blue/@anna"]]],
    ["mail me@robin.example a#b", []],
  ])("finds in %s what becomes a link", (caption, expected) => {
    expect(marked(caption)).toEqual(expected);
  });

  it.each(["", "a", " #x\n\n@y https://z.example ", "#a#b"])("loses nothing of %j", (caption) => {
    expect(
      captionTokens(caption)
        .map(({ text }) => text)
        .join(""),
    ).toBe(caption);
  });
});

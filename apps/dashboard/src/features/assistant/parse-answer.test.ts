import { describe, expect, it } from "vitest";
import { parseAnswer } from "./parse-answer.ts";
import { plainText } from "./plain-text.ts";

const text = (words: string) => ({ kind: "text", text: words });

describe("parseAnswer", () => {
  it("knows paragraphs, headings, lists and code", () => {
    expect(
      parseAnswer(
        "# Posts\nTwo **of three**\nwent out.\n\n- one\n- `two`\n1. first\n```\n- raw\n```",
      ),
    ).toEqual([
      { kind: "heading", inlines: [text("Posts")] },
      {
        kind: "paragraph",
        inlines: [text("Two "), { kind: "strong", text: "of three" }, text("\nwent out.")],
      },
      { kind: "list", isNumbered: false, items: [[text("one")], [{ kind: "code", text: "two" }]] },
      { kind: "list", isNumbered: true, items: [[text("first")]] },
      { kind: "code", text: "- raw" },
    ]);
  });

  it("shows what is too long as it is, and loses nothing of it", () => {
    const words = `${"[".repeat(60_000)}# no heading`;
    const shown = parseAnswer(words).flatMap((block) => ("inlines" in block ? block.inlines : []));
    expect(shown.map((inline) => inline.text).join("")).toBe(words);
  });

  it("shows code whose end has not come yet", () => {
    expect(parseAnswer("```\nhalf")).toEqual([{ kind: "code", text: "half" }]);
  });

  it("says where a link leads, whatever it calls itself", () => {
    const [block] = parseAnswer(
      "See [your bank](https://evil.example/a?b) or https://x.example/y.",
    );
    expect(block).toEqual({
      kind: "paragraph",
      inlines: [
        text("See "),
        { kind: "link", text: "your bank", host: "evil.example", href: "https://evil.example/a?b" },
        text(" or "),
        { kind: "link", text: "", host: "x.example", href: "https://x.example/y" },
        text("."),
      ],
    });
  });

  it("makes a link of a picture, and nothing of other schemes or of HTML", () => {
    const words = "[a](javascript:alert(1)) <img src=https-less> [b](/app/settings)";
    expect(parseAnswer(words)).toEqual([{ kind: "paragraph", inlines: [text(words)] }]);
    expect(parseAnswer("![cat](https://evil.example/p.png)")[0]).toMatchObject({
      inlines: [{ kind: "link", text: "cat", host: "evil.example" }],
    });
  });
});

it("plainText says it without the marks", () => {
  const words =
    "# Done\nIt is **there**.\n- see [hours](https://x.example/a)\n1. https://y.example";
  expect(plainText(parseAnswer(words))).toBe(
    "Done\nIt is there.\nsee hours (x.example)\ny.example",
  );
});

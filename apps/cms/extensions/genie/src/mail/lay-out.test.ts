import { describe, expect, it } from "vitest";
import { layOut, layOutHtml } from "./lay-out.ts";

describe("layOut", () => {
  const letter = layOut({
    subject: "A <b>new</b> password",
    text: "Somebody & you.",
    link: { label: "Open", url: "https://genie.example.com/reset-password#a-token" },
    after: "Do nothing.",
  });

  it("says the same in both forms", () => {
    expect(letter.text).toBe(
      "Somebody & you.\n\nhttps://genie.example.com/reset-password#a-token\n\nDo nothing.\n",
    );
    for (const part of ["Somebody &amp; you.", "Do nothing.", "reset-password#a-token"]) {
      expect(letter.html).toContain(part);
    }
  });

  it("takes no words for HTML, loads nothing and leaves the colours to the reader", () => {
    expect(letter.html).not.toContain("<b>");
    expect(letter.html).not.toMatch(/<img|<link|<script|url\(/);
    expect(letter.html).toContain('name="color-scheme" content="light dark"');
  });
});

it("a letter of Directus' own has a form without HTML too", () => {
  const { text } = layOutHtml(
    "News",
    '<p>It&#39;s out.</p>\n<p><a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a></p>',
  );
  expect(text).toBe("It's out.\n\nhttps://x.example/?a=1&b=2\n");
});

import { expect, it } from "vitest";
import { shuffleMarkup } from "./shuffle-markup.ts";
import { synonyms } from "./synonyms.ts";

const page = `<!doctype html><html lang="en"><head><title>Log in · Sandbox</title>
  <link rel="stylesheet" href="/assets/style.css" /></head>
  <body class="skin-classic"><nav aria-label="Main"><a href="/@maya">Profile</a></nav><main>
  <form class="form" method="post" action="/login"><input type="hidden" name="csrf" value="c1" />
  <label class="field"><span class="label">Username</span><input id="username" type="text" name="username" value="" required /></label>
  <button class="button" type="submit">Log in</button></form>
  <article class="post" id="post-1"><a class="permalink" href="/posts/1"><time datetime="2026-05-03T14:00:00.000Z">3 May 2026, 14:00</time></a>
  <p class="caption">Likes &lt;b&gt; and
Log in</p><ul class="tags" aria-label="Tags"><li>#beach</li></ul>
  <dl class="stats"><div><dt>Likes</dt><dd>1,234</dd></div></dl></article></main></body></html>`;
const words = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

it("the same seed gives the same page, another one another page", () => {
  expect(shuffleMarkup(page, 1)).toBe(shuffleMarkup(page, 1));
  expect(shuffleMarkup(page, 1)).not.toBe(shuffleMarkup(page, 2));
});

it.each(Array.from({ length: 20 }, (_, seed) => seed))(
  "with seed %i everything is still there for a person, and nothing for a selector",
  (seed) => {
    const shuffled = shuffleMarkup(page, seed);
    for (const there of [
      "Likes &lt;b&gt; and\nLog in",
      "#beach",
      "1,234",
      "3 May 2026, 14:00",
      'datetime="2026-05-03T14:00:00.000Z"',
      'href="/posts/1"',
      'name="username"',
      'name="csrf" value="c1"',
      'action="/login"',
    ]) {
      expect(shuffled).toContain(there);
    }
    for (const label of ["Username", "Likes", "Profile", "Tags", "Caption"]) {
      const shown = synonyms[label]?.filter((synonym) => words(shuffled).includes(synonym));
      expect(shown).not.toEqual([]);
    }
    const body = shuffled.slice(shuffled.indexOf("<body"));
    expect(body).not.toMatch(
      /<(article|dl|dt|dd|nav|main|ul|li|p)\b|aria-label| id=|class="(post|caption)/,
    );
    const opened = body.match(/<[a-z][^>]*>/g)?.filter((tag) => !tag.startsWith("<input"));
    expect(body.match(/<\/[a-z][^>]*>/g)).toHaveLength((opened?.length ?? 0) + 1);
  },
);

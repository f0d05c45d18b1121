import { expect, it } from "vitest";
import { countCharacters } from "./count-characters.ts";

it.each([
  ["abc", 3],
  ["🏳️‍🌈👩‍👩‍👧", 2],
  ["https://example.com/a/very/long/way", 23],
  ["See https://a.example, and", 4 + 23 + 5],
  ["http://x", 8],
  ["@name@server.example hi", 5 + 3],
  ["@name hi", 8],
  ["#tag", 4],
])("%j counts %i", (text, count) => {
  expect(countCharacters(text, { characters_reserved_per_url: 23 })).toBe(count);
});

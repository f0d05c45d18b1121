import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connective, ordinary, type WordTable } from "./word-table.ts";

/** Of two letters or one; others of that length are no part of a hashtag. */
const short =
  "a i my of the to in on for is it me we by at up no so go do be am us de la le el da du et un y o e em im";

/** Adds the ordinary words of the five languages. They are never taken for a misspelt one. */
export function addOrdinaryWords(table: WordTable): void {
  const text = readFileSync(join(import.meta.dirname, "../data/ordinary-words.txt"), "utf8");
  for (const word of text.split("\n")) {
    if (word !== "") table.add(word, ordinary);
  }
  for (const word of short.split(" ")) table.add(word, connective);
}

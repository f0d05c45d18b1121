import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@genie/stack";
import type { TagMapping } from "@genie/taxonomy";
import { seededRandom } from "./chaos/random.ts";

const characters = 200;
const ofTheDataSet = 0.25;
const alphabet = "abcdefghijklmnopqrstuvwxyz";

/**
 * Captions of 200 characters, always the same: a quarter names of tags, the rest ordinary words. Of their
 * words `misspelt`, 0 to 1, have a letter that is wrong, missing, doubled or swapped with the next.
 */
export function taxonomyCaptions(
  mapping: readonly TagMapping[],
  count: number,
  misspelt: number,
): string[] {
  const random = seededRandom(7);
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError("There is nothing to choose from.");
    return item;
  };
  const names = mapping.flatMap(({ tag, aliases }) => [tag, ...aliases]);
  const words = readFileSync(
    join(repositoryRoot, "packages/taxonomy/data/ordinary-words.txt"),
    "utf8",
  )
    .trim()
    .split("\n");
  const misspell = (word: string) => {
    if (word.length < 4 || random() >= misspelt) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    return oneOf([
      before + oneOf(Array.from(alphabet)) + after,
      before + after,
      before + letter + letter + after,
      before + after.charAt(0) + letter + after.slice(1),
    ]);
  };
  return Array.from({ length: count }, () => {
    let caption = "";
    while (caption.length < characters) {
      const next = random() < ofTheDataSet ? oneOf(names) : oneOf(words);
      const written = next.split(" ").map(misspell).join(" ");
      caption += `${written}${random() < 0.1 ? ". " : " "}`;
    }
    return caption.slice(0, characters);
  });
}

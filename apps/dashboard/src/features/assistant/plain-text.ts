import type { Block, Inline } from "./parse-answer.ts";

/** An answer as it is read out: its words, without marks. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join("\n");
}

function linesOf(block: Block): string[] {
  if (block.kind === "code") return [block.text];
  return block.kind === "list" ? block.items.map(wordsOf) : [wordsOf(block.inlines)];
}

const wordsOf = (inlines: readonly Inline[]) => inlines.map(wordOf).join("");

function wordOf(inline: Inline): string {
  if (inline.kind !== "link") return inline.text;
  return inline.text === "" ? inline.host : `${inline.text} (${inline.host})`;
}

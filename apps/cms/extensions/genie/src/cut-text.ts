/**
 * The beginning of a text, of `most` UTF-16 units at the most and never with half of a character that has two: half of one
 * is another character for whoever reads it as UTF-8. It is a copy, so that it does not keep a huge text in memory.
 */
export function cutText(text: string, most: number): string {
  const cut = text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "") : text;
  return Buffer.from(cut).toString();
}

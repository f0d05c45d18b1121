/** The words with a number sign in a caption, without the sign, each once. */
export function findTags(caption: string): string[] {
  const tags = [...caption.matchAll(/(?<![\p{L}\p{N}&/])#([\p{L}\p{N}_]{2,40})/gu)];
  return [...new Set(tags.map(([, tag = ""]) => tag.toLowerCase()))];
}

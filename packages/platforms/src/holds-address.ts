import { folded } from "./folded.ts";

// What people put into captions without a scheme; any other name counts with a path behind it.
const usualEndings = "com|net|org|io|tv|ly|gg|bio|fans|vip|xxx|porn";
const name = String.raw`(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}](?:[\p{L}\p{N}\-]*[\p{L}\p{N}])?\.)+`;
const address = new RegExp(
  [
    String.raw`\bhttps?:\/\/\S`,
    String.raw`(?<![\p{L}\p{N}@])www\.[\p{L}\p{N}]`,
    String.raw`${name}(?:${usualEndings})(?![\p{L}\p{N}_])`,
    String.raw`${name}\p{L}{2,}\/[\p{L}\p{N}]`,
  ].join("|"),
  "iu",
);

/** Whether a caption holds a web address as a person would call it, with `https://` before it or without. */
export const holdsAddress = (caption: string): boolean => address.test(folded(caption));

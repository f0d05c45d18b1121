import type { Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

const longest = 100;

/** What was sent of a tag of hers, as it is kept; refuses what is no tag and no weight. */
export function ownTagParts({ tag, weight }: Payload): Payload {
  return {
    ...(tag !== undefined && { tag: nameOf(tag) }),
    ...(weight !== undefined && { weight: weightOf(weight) }),
  };
}

function nameOf(tag: unknown): string {
  const name = typeof tag === "string" ? tag.normalize("NFKC").trim().replaceAll(/\s+/g, " ") : "";
  if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name) && name.length <= longest) {
    return name.toLowerCase();
  }
  throw unsaved(`A tag is a word or a few, of ${longest} characters at most.`);
}

function weightOf(weight: unknown): unknown {
  const isNumber = typeof weight === "number" || (typeof weight === "string" && weight !== "");
  if (isNumber && Number(weight) >= 0 && Number(weight) <= 1) return weight;
  throw unsaved("How strongly a tag counts is a number from 0 to 1.");
}

export const unsaved = (sentence: string) =>
  refusal("INVALID_PAYLOAD", `${sentence} Nothing was saved.`);

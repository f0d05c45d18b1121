import { type ConceptChoice, conceptChoices } from "./concepts.ts";
import type { PostState } from "./post-states.ts";

/** A post in one of these is out or planned, unless its owner has deleted it on the platform. */
export const usingPostStates = [
  "pending",
  "publishing",
  "unconfirmed",
  "published",
] as const satisfies readonly PostState[];

/**
 * What an entry can be found by is a list of lexemes in its row of `library_entries`. Each begins with
 * its owner's key and the sort of lexeme, so that one index answers for one owner alone.
 */
export const libraryLexemes = { word: "w", tag: "t", subject: "s" } as const;

/** How many characters of a word, of a tag and of a subject count. */
export const libraryLexemeMax = { word: 64, tag: 100, subject: 100 } as const;

/** The bits of `library_entries.concepts`: one for each band of each concept, and set where an entry lies in it. */
export const conceptBits = Object.fromEntries(
  conceptChoices.map((choice, place) => [choice, 2 ** place]),
) as Readonly<Record<ConceptChoice, number>>;

/** What a lexeme begins with; the database does the same (`left(user_id::text, 8)`). */
export const libraryScope = (ownerId: string): string => ownerId.slice(0, 8);

/** The words of a text as the library knows them: runs of letters and digits, in small letters. */
export function libraryWords(text: string): string[] {
  const runs = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u);
  return runs.filter((run) => run !== "").map((run) => run.slice(0, libraryLexemeMax.word));
}

import { type ComposerDraft, differing, hasOwn, type PostPart } from "./composer-draft.ts";
import type { DraftProblems, MediaProblem } from "./check-draft.ts";
import type { DraftAccount } from "./draft-accounts.ts";

/** Whose post is written: that of an account, by its id, or null for all that don't differ. */
export type PartKey = string | null;

/** An entry that can be made to fit for an account. */
export type Fix = { mediaId: string; accountId: string };

/** A problem as it is told: what it says of whom, and for whom what can be made to fit. */
export type SaidProblem = { sentence: string; fixes: Fix[] };

/** The accounts that a field of a part is for. */
export function accountsOf(
  draft: ComposerDraft,
  accounts: readonly DraftAccount[],
  part: PartKey,
  field: keyof PostPart,
): DraftAccount[] {
  return accounts.filter(({ id }) => (part === null ? !hasOwn(draft, id, field) : id === part));
}

/** Problems of a field, named by account where there are several; what all have is said once. */
export function sayProblems(
  { posts }: DraftProblems,
  accounts: readonly DraftAccount[],
  field: "caption" | "media" | "options" | "rating",
  isNamed: boolean,
): SaidProblem[] {
  const found = accounts.map((account) => ({
    account,
    problems: problemsIn(posts, account, field),
  }));
  const [first] = found;
  const isShared = ({ sentence }: MediaProblem) =>
    found.every(({ problems }) => problems.some((problem) => problem.sentence === sentence));
  const shared = found.length > 1 ? (first?.problems.filter(isShared) ?? []) : [];
  const isSaid = new Set(shared.map(({ sentence }) => sentence));
  return [
    ...shared.map(({ sentence }) => ({
      sentence,
      fixes: found.flatMap(({ account, problems }) =>
        problems.flatMap((problem) =>
          problem.sentence === sentence ? fixesOf(problem, account) : [],
        ),
      ),
    })),
    ...found.flatMap(({ account, problems }) =>
      problems
        .filter(({ sentence }) => !isSaid.has(sentence))
        .map((problem) => ({
          sentence: isNamed ? `${account.label}: ${problem.sentence}` : problem.sentence,
          fixes: fixesOf(problem, account),
        })),
    ),
  ];
}

type Place = { draft: ComposerDraft; accounts: readonly DraftAccount[]; part: PartKey };

const fieldsOfPart = ["media", "caption", "options"] as const;

/** Whether something in the fields of a part has to be changed. */
export function isTroubled(problems: DraftProblems, { draft, accounts, part }: Place): boolean {
  return fieldsOfPart.some((field) => {
    const ofField = accountsOf(draft, accounts, part, field);
    return sayProblems(problems, ofField, field, false).length > 0;
  });
}

/** The part to look at when posts can't be scheduled: the one that is shown, if it is among those to blame. */
export function firstTroubled(problems: DraftProblems, place: Place): PartKey {
  const { draft, accounts, part } = place;
  const parts = [part, null, ...differing(draft)];
  return parts.find((one) => isTroubled(problems, { draft, accounts, part: one })) ?? part;
}

function fixesOf({ fixes }: MediaProblem, { id }: DraftAccount): Fix[] {
  return fixes === null ? [] : [{ mediaId: fixes, accountId: id }];
}

function problemsIn(
  posts: DraftProblems["posts"],
  { id }: DraftAccount,
  field: "caption" | "media" | "options" | "rating",
): MediaProblem[] {
  const post = posts[id];
  if (post === undefined) return [];
  if (field === "media") return post.media;
  return post[field].map((sentence) => ({ sentence, fixes: null }));
}

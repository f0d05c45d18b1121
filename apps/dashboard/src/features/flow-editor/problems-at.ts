import type { DraftProblem } from "./flow-draft.ts";

/** The sentences about a place of a flow and all that is within it. */
export function problemsAt(problems: readonly DraftProblem[], place: string): string[] {
  const found = problems.filter(({ path }) => path === place || path.startsWith(`${place}.`));
  return [...new Set(found.map(({ message }) => message))];
}

import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, each problem with its place. */
export const sentencesOf = (error: { issues: readonly Issue[] }): string =>
  `${error.issues.slice(0, mostIssues).map(sentenceOf).join("; ")}.`;

/** One problem, without its place and without a stop. */
export function wordsOf(issue: Issue): string {
  return issue.code === "unrecognized_keys"
    ? `there is no ${issue.keys.map((key) => `"${key.slice(0, 64)}"`).join(" or ")}`
    : issue.message.replace(/\.$/, "");
}

const mostIssues = 5;

const sentenceOf = (issue: Issue): string =>
  [issue.path.join(".").slice(0, 200), wordsOf(issue)].filter((part) => part !== "").join(": ");

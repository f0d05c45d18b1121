import { isKeptInFull } from "@genie/schema";

/** What a form begins with from what is kept of an earlier run: a value that was shortened there is not it. */
export function startAgain(params: Record<string, unknown>): {
  start: Record<string, unknown>;
  shortened: string[];
} {
  const shortened = Object.keys(params).filter((name) => !isKeptInFull(params[name], name));
  return {
    // Null, since what the flow says stands for what was not given at all.
    start: { ...params, ...Object.fromEntries(shortened.map((name) => [name, null])) },
    shortened,
  };
}

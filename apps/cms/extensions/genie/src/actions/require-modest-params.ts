import { refusal } from "../refusals.ts";

const mostBytes = 256 * 1024;
const deepest = 32;

/**
 * Refuses an input that is too large or too deep to be looked at, and characters that no database keeps.
 * Goes through it without recursion, for that is what a deep one is made against.
 */
export function requireModestParams(params: Record<string, unknown>): void {
  const open: { value: unknown; depth: number }[] = [{ value: params, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === "string" && !isClean(value)) throw unfit("holds a broken character");
    if (typeof value !== "object" || value === null) continue;
    if (depth >= deepest) throw unfit(`is nested more than ${deepest} levels deep`);
    for (const [key, inner] of Object.entries(value)) {
      if (!isClean(key)) throw unfit("holds a broken character");
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  if (Buffer.byteLength(JSON.stringify(params)) > mostBytes) {
    throw unfit(`is larger than ${mostBytes / 1024} kB`);
  }
}

const isClean = (text: string) => text.isWellFormed() && !text.includes("\0");

const unfit = (why: string) =>
  refusal("INVALID_PAYLOAD", `The input of the action ${why}. Nothing was done; send less of it.`);

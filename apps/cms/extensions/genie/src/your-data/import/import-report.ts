import type { ImportResult } from "@genie/schema";
import { isDirectusError } from "@directus/errors";
import { cutText } from "../../cut-text.ts";

const mostNamed = 200;
const mostOfId = 64;
/** A reason may quote what is in the file, and all of them are kept. */
const mostOfReason = 500;

/** What came in of an export, what was here already, and what did not come in and why. */
export function importReport() {
  const result: ImportResult = { came_in: {}, already_here: {}, left_out: {}, problems: [] };
  return {
    result,
    cameIn: (name: string) => count(result.came_in, name),
    wasHere: (name: string) => count(result.already_here, name),
    leftOut: (name: string, id: string, why: unknown) => {
      count(result.left_out, name);
      if (result.problems.length >= mostNamed) return;
      result.problems.push({
        collection: name,
        id: printable(cutText(id, mostOfId)),
        reason: printable(shortened(sentenceOf(why))),
      });
    },
  };
}

const count = (of: Record<string, number>, name: string) => {
  of[name] = (of[name] ?? 0) + 1;
};

export type ImportReport = ReturnType<typeof importReport>;

/** A sentence of the gate's as it is; what the database says may quote what is in the row. */
export function sentenceOf(error: unknown): string {
  if (typeof error === "string") return error;
  return isDirectusError(error) && error.code !== "INTERNAL_SERVER_ERROR"
    ? error.message
    : "It could not be saved.";
}

const shortened = (reason: string) =>
  reason.length > mostOfReason ? `${cutText(reason, mostOfReason - 1)}…` : reason;

/** Ids and names of files are whatever the file says, and are shown in a terminal, too. */
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, "?");

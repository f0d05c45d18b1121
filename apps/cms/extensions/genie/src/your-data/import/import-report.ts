import type { ImportResult } from "@genie/schema";
import { isDirectusError } from "@directus/errors";

const mostNamed = 200;

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
      const [said, reason] = [id.slice(0, 64), sentenceOf(why)].map(printable);
      result.problems.push({ collection: name, id: said ?? "", reason: reason ?? "" });
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

/** Ids and names of files are whatever the file says, and are shown in a terminal, too. */
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, "?");

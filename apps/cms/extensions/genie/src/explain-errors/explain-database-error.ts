import { refusal } from "../refusals.ts";

type DatabaseError = { code?: unknown; message?: string; constraint?: string };

/** Triggers of ours bring their own sentence; any other error is left as it is. */
export function explainDatabaseError(error: unknown): unknown {
  const { code, message = "", constraint } = (error ?? {}) as DatabaseError;
  if (typeof code !== "string") return error;
  // The driver puts the statement and a dash before the sentence.
  if (code.startsWith("GH")) return refusal("CONFLICT", message.split(" - ").at(-1) ?? message);
  if (code === "23514") {
    return refusal(
      "INVALID_PAYLOAD",
      `A value is outside of what is allowed (${constraint}). Nothing was saved.`,
    );
  }
  const stillNeeded = /update or delete on table "(\w+)"/.exec(message)?.[1];
  if (code === "23503" && stillNeeded !== undefined) {
    return refusal(
      "CONFLICT",
      stillNeeded === "directus_users"
        ? "This person still has data here. Delete all of it with `genie users delete <e-mail>`, or let her do so in Settings. Nothing was deleted."
        : `Something else still refers to it (${constraint}). Nothing was deleted.`,
    );
  }
  return error;
}

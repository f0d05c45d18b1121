import type { Hook } from "../directus.ts";
import { refusal } from "../refusals.ts";

type DatabaseError = { code?: string; message?: string; table?: string; constraint?: string };

/** Turns what the database refuses into a status and a sentence. Triggers of ours bring their own. */
export const explainErrors: Hook = ({ filter }) => {
  filter<unknown>("database.error", (error) => {
    const { code, message, constraint } = error as DatabaseError;
    // A trigger's message is the text after Directus' "<statement> - ".
    if (code?.startsWith("GH"))
      return refusal("CONFLICT", String(message).split(" - ").at(-1) ?? "");
    if (code === "23514") {
      return refusal(
        "INVALID_PAYLOAD",
        `A value is outside of what is allowed (${constraint}). Nothing was saved.`,
      );
    }
    return error;
  });
};

import { callerOf } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { libraryReader } from "../library/library-owner.ts";
import { refusal } from "../refusals.ts";

type Asked = { owner?: string | undefined; everybody?: true | undefined };

/** Whose entries are meant, null for everybody's: `own` says it where nobody is named. */
export function scopeOf(
  accountability: Accountability | undefined,
  { owner, everybody }: Asked,
  own: (accountability: Accountability | undefined) => string = libraryReader,
): string | null {
  if (owner === undefined && everybody === undefined) return own(accountability);
  if (callerOf(accountability) === "admin" && accountability) return owner ?? null;
  throw refusal(
    "FORBIDDEN",
    "Only an administrator may ask for other people's entries. Nothing was changed.",
  );
}

import { callerOf, mayOnlyRead } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** Whose library this caller reads: always her own, an administrator's as well. */
export function libraryReader(accountability: Accountability | null | undefined): string {
  const caller = callerOf(accountability);
  if (accountability?.user && (caller === "person" || caller === "program" || caller === "admin")) {
    return accountability.user;
  }
  throw refusal("FORBIDDEN", "Sign in to see your library. Nothing was changed.");
}

/** Whose library this caller changes; refuses programs that may only read. */
export function libraryWriter(accountability: Accountability | null | undefined): string {
  const owner = libraryReader(accountability);
  if (!mayOnlyRead(accountability)) return owner;
  throw refusal("FORBIDDEN", "This token may only read. Nothing was changed.");
}

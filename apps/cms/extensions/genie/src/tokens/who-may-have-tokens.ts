import { type ProgramScope, roles } from "@genie/schema";
import { asksHerself } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { refusal } from "../refusals.ts";

export type TokenOwner = {
  user: string;
  /** What she may give to a program; without the last, what is before it holds. */
  scopes: readonly ProgramScope[];
};

/** A person who is signed in herself, and what she may hand on. */
export function whoMayHaveTokens(accountability: Accountability | undefined): TokenOwner {
  if (asksHerself(accountability)) {
    const scopes = accountability.admin ? ofAdministrators : ofRole.get(accountability.role ?? "");
    if (scopes) return { user: accountability.user, scopes };
  }
  throw refusal(
    "FORBIDDEN",
    "Only a person who is signed in herself can create a token; a program can't.",
  );
}

const ofAdministrators = ["read", "write", "administer"] as const;
const ofRole: ReadonlyMap<string, readonly ProgramScope[]> = new Map([
  [roles.creator.id, ["read", "write"]],
  [roles.viewer.id, ["read"]],
]);

import { roles } from "@genie/schema";
import { asksHerself } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** Whom a new pairing is for: a creator who is signed in herself. */
export function userWhoMayPair(accountability: Accountability | undefined): string {
  const mayPair =
    asksHerself(accountability) &&
    (accountability.admin || accountability.role === roles.creator.id);
  if (mayPair) return accountability.user;
  throw refusal(
    "FORBIDDEN",
    "Only a creator who is signed in herself can pair a browser. Nothing was changed.",
  );
}

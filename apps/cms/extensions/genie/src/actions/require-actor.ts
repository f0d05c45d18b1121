import { roles } from "@genie/schema";
import { asksFirst, asksHerself, callerOf, isProgram, mayOnlyRead } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** Who has an action run, as far as its brakes go. */
export type Actor = {
  accountability: Accountability & { user: string };
  /** The role of the program that asks; null for a person herself. */
  program: string | null;
  asksFirst: boolean;
  /** Whether it may run what only reads. */
  readsOnly: boolean;
};

/** Persons and their programs, administrators as themselves. Refuses services and strangers. */
export function requireActor(accountability: Accountability | undefined): Actor {
  const user = accountability?.user;
  const isActor = asksHerself(accountability) || isProgram(accountability);
  if (!accountability || !user || !isActor || callerOf(accountability) === "worker") {
    throw refusal(
      "FORBIDDEN",
      "Actions run in the name of a person. Nothing was done; sign in, or send a token of hers.",
    );
  }
  const ofProgram = isProgram(accountability);
  const isHers = accountability.admin || accountability.role === roles.creator.id;
  return {
    accountability: { ...accountability, user },
    program: ofProgram ? accountability.role : null,
    asksFirst: asksFirst(accountability),
    readsOnly: ofProgram ? mayOnlyRead(accountability) : !isHers,
  };
}

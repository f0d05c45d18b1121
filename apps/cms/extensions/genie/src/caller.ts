import { roles, serviceUsers } from "@genie/schema";
import type { Accountability } from "./directus.ts";

/** Who is asking. `system` is Directus itself, `admin` includes our set-up service. */
export type Caller =
  | "admin"
  | "extension"
  | "person"
  | "program"
  | "stranger"
  | "system"
  | "worker";

/** Sorts the caller into the kinds that the rules of the gate speak of. */
export function callerOf(accountability: Accountability | null | undefined): Caller {
  if (!accountability) return "system";
  if (accountability.admin) return "admin";
  if (accountability.user === serviceUsers.worker.id) return "worker";
  if (!accountability.user) return "stranger";
  if (accountability.roles.includes(roles.extension.id)) return "extension";
  const programs: string[] = [roles.programReads.id, roles.programWrites.id];
  return accountability.roles.some((role) => programs.includes(role)) ? "program" : "person";
}

/** Whether rows that this caller makes are the caller's own, rather than those of whom they refer to. */
export const actsForItself = (caller: Caller): boolean =>
  caller === "extension" || caller === "person" || caller === "program" || caller === "stranger";

/** Whose rows a rule may speak of, null for all: nobody learns of others' by what is refused. */
export const ownerSeenBy = (accountability: Accountability | null): string | null =>
  actsForItself(callerOf(accountability)) ? (accountability?.user ?? nobody) : null;

const nobody = "00000000-0000-0000-0000-000000000000";

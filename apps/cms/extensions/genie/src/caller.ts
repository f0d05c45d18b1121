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

type Asking = Accountability | null | undefined;

/** Sorts the caller into the kinds that the rules of the gate speak of. */
export function callerOf(accountability: Asking): Caller {
  if (!accountability) return "system";
  if (accountability.admin) return "admin";
  if (accountability.user === serviceUsers.worker.id) return "worker";
  if (!accountability.user) return "stranger";
  if (accountability.roles.includes(roles.extension.id)) return "extension";
  return isProgram(accountability) ? "program" : "person";
}

/** Whether an API token asks: also an administrator's, who is `admin` to `callerOf`. */
export const isProgram = (accountability: Asking): boolean => hasRole(accountability, programs);

/** Whether a person who is signed in asks herself, an administrator as well; no program and no service. */
export function asksHerself(
  accountability: Asking,
): accountability is Accountability & { user: string } {
  const caller = callerOf(accountability);
  const isPerson = caller === "person" || (caller === "admin" && !isProgram(accountability));
  return isPerson && Boolean(accountability?.user);
}

/** Whether it asks with a token whose person confirms what can't be taken back. */
export const asksFirst = (accountability: Asking): boolean =>
  hasRole(accountability, [roles.asksFirst.id]);

/** Whether the caller's token may only read, whatever its person may do. */
export const mayOnlyRead = (accountability: Asking): boolean => hasRole(accountability, readers);

/** Whether rows that this caller makes are the caller's own, rather than those of whom they refer to. */
export const actsForItself = (caller: Caller): boolean =>
  caller === "extension" || caller === "person" || caller === "program" || caller === "stranger";

/** Whose rows a rule may speak of, null for all: nobody learns of others' by what is refused. */
export const ownerSeenBy = (accountability: Accountability | null): string | null =>
  actsForItself(callerOf(accountability)) ? (accountability?.user ?? nobody) : null;

const nobody = "00000000-0000-0000-0000-000000000000";

const readers: readonly string[] = [roles.programReads.id, roles.programViews.id];
const programs: readonly string[] = [
  ...readers,
  roles.programWrites.id,
  roles.programAdministers.id,
];

const hasRole = (accountability: Asking, wanted: readonly string[]) =>
  accountability?.roles.some((role) => wanted.includes(role)) ?? false;

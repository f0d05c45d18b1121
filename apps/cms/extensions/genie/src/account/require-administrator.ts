import { callerOf, isProgram } from "../caller.ts";
import type { GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** Refuses everybody but administrators who ask themselves, and the operator. */
export function requireAdministrator({ accountability }: GateRequest): void {
  if (callerOf(accountability) === "admin" && !isProgram(accountability)) return;
  throw refusal("FORBIDDEN", "Only an administrator may do this.");
}

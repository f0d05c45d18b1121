import { findWeakness, type PasswordOwner } from "@genie/accounts";
import { refusal } from "../refusals.ts";

/** Refuses a password that others could guess, with the reason and what would be right. */
export async function requireStrength(password: string, owner: PasswordOwner): Promise<void> {
  const weakness = await findWeakness(password, owner);
  if (weakness !== null) throw refusal("WEAK_PASSWORD", weakness);
}

import type { Credentials, Platform } from "@genie/platforms";
import { refusal } from "../refusals.ts";

/** The log-in as the platform takes it; refuses any other, in words that hold nothing of it. */
export function checkCredentials(platform: Platform, value: unknown): Credentials {
  const parsed = platform.credentials.safeParse(value);
  if (parsed.success) return parsed.data;
  // Only rules of ours have sentences; zod's own words for a wrong type are for programmers.
  const [rule] = parsed.error.issues.filter(
    ({ code }) => code === "too_small" || code === "custom",
  );
  const fields = platform.credentialFields.map(({ name }) => name).join(", ");
  const sentence = rule?.message ?? `A log-in for ${platform.name} has these fields: ${fields}.`;
  throw refusal("INVALID_PAYLOAD", `${sentence} Nothing was saved.`);
}

import { refusal } from "./refusals.ts";

/** Refuses what is no IANA time zone, offsets such as +01:00 included. */
export function requireTimeZone(value: unknown): void {
  if (typeof value === "string" && isTimeZone(value)) return;
  throw refusal(
    "INVALID_PAYLOAD",
    "There is no such time zone. Use a name like Europe/Berlin. Nothing was saved.",
  );
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format() !== "";
  } catch {
    return false;
  }
}

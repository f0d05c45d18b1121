import { AppError } from "@genie/errors";
import { isFullDisk } from "../full-disk.ts";

/** Something of a restore that has to come to its place; `what` is what people call it. */
export type PutStep = { what: string; from: string; to: string; put: () => void };

/**
 * Takes the steps of a restore that has begun to change things, one by one. When one fails, nothing is taken back: throws
 * a sentence that says what is restored, what is missing, where that is now, and what to do.
 */
export function putSteps(
  steps: readonly PutStep[],
  { restored, before }: { restored: readonly string[]; before: () => readonly string[] },
): void {
  for (const [at, { put }] of steps.entries()) {
    try {
      put();
    } catch (cause) {
      const done = [...restored, ...steps.slice(0, at).map(({ what }) => what)];
      throw halfWay({ done, missing: steps.slice(at), kept: before(), cause });
    }
  }
}

type HalfWay = {
  done: readonly string[];
  missing: readonly PutStep[];
  kept: readonly string[];
  cause: unknown;
};

function halfWay({ done, missing, kept, cause }: HalfWay): AppError {
  const sentences = [
    `The restore has ended half-way, because ${reasonOf(cause)}.`,
    done.length === 0
      ? "Nothing of the backup is in its place yet."
      : `Restored: ${done.join(" and ")}.`,
    `Missing: ${missing.map(({ what, from, to }) => `${what} (now in ${from}, to come to ${to})`).join(", and ")}.`,
    ...(kept.length === 0 ? [] : [`What was there before is in ${kept.join(" and in ")}.`]),
    "Nothing is lost. Don't start Genie Helper yet: mend that, and run the same again with --replace.",
  ];
  return new AppError("misconfigured", sentences.join("\n"), { cause });
}

function reasonOf(cause: unknown): string {
  if (isFullDisk(cause)) return "the disk is full";
  const message = cause instanceof Error ? cause.message : String(cause);
  return `something could not be written (${message})`;
}

import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import type { Messages } from "#messages/messages.ts";

export const passwordLength = { min: 10, max: 128 } as const;

/** 3 of 4: "safely unguessable", moderate protection against offline guessing. */
const minScore = 3;

let zxcvbn: ZxcvbnFactory | undefined;

/**
 * Why a password won't do, as a sentence; undefined when it will. NIST SP 800-63B: length and
 * guessability, no rules about kinds of characters.
 */
export function checkPassword(
  password: string,
  { email, displayName = "" }: { email: string; displayName?: string },
  { registration, guessable }: Pick<Messages, "guessable" | "registration">,
): string | undefined {
  const length = Array.from(password).length;
  if (length < passwordLength.min) return registration.passwordTooShort;
  if (length > passwordLength.max) return registration.passwordTooLong;

  const [localPart = ""] = email.split("@");
  const folded = password.toLowerCase();
  if (localPart.length >= 4 && folded.includes(localPart)) return registration.passwordHasEmail;
  if (folded === email) return registration.passwordHasEmail;

  zxcvbn ??= new ZxcvbnFactory({
    dictionary: { ...common, ...english },
    graphs: adjacencyGraphs,
    // The time grows steeply with the length; what is strong in 64 characters is strong in 128.
    maxLength: 64,
  });
  const about = [...email.split(/[@.+_-]/), ...displayName.split(/\s+/), "genie", "helper"];
  const { score, feedback } = zxcvbn.check(password, about);
  if (score >= minScore) return undefined;
  const kind = reasons[feedback.warning ?? ""] ?? "other";
  return registration.passwordGuessable(guessable[kind]);
}

const reasons: Record<string, keyof Messages["guessable"]> = {
  topTen: "common",
  topHundred: "common",
  common: "common",
  similarToCommon: "common",
  pwned: "common",
  namesByThemselves: "name",
  commonNames: "name",
  userInputs: "name",
  wordByItself: "word",
  straightRow: "pattern",
  keyPattern: "pattern",
  simpleRepeat: "repeat",
  extendedRepeat: "repeat",
  sequences: "sequence",
  recentYears: "date",
  dates: "date",
};

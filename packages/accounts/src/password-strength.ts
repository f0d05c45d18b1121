import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { passwordLength, passwordTooShort } from "./password-length.ts";

/** Whose password it is: what others know of her is the first thing that is tried. */
export type PasswordOwner = { email: string; displayName?: string };

/** `score`: 0 (tried first) to 4 (beyond guessing). `weakness`: why it won't do, null when it will. */
export type Strength = { score: number; weakness: string | null };

/** 3 of 4: "safely unguessable", moderate protection against offline guessing. */
const minScore = 3;

/**
 * How hard a password is to guess, and in a sentence why it won't do. NIST SP 800-63B: length and guessability,
 * lists of leaked passwords among it, no rules about kinds of characters.
 */
export async function rateStrength(
  password: string,
  { email, displayName = "" }: PasswordOwner,
): Promise<Strength> {
  const length = Array.from(password).length;
  if (length < passwordLength.min) return { score: 0, weakness: passwordTooShort };
  if (length > passwordLength.max) {
    return { score: 0, weakness: `Use at most ${passwordLength.max} characters.` };
  }
  const address = email.toLowerCase();
  const [localPart = ""] = address.split("@");
  const folded = password.toLowerCase();
  if ((localPart.length >= 4 && folded.includes(localPart)) || folded === address) {
    return {
      score: 0,
      weakness:
        "This password contains your e-mail name, which is the first thing one tries. Leave it out.",
    };
  }
  guesser ??= loadGuesser();
  const about = [...address.split(/[@.+_-]/), ...displayName.split(/\s+/), "genie", "helper"];
  const { score, feedback } = (await guesser).check(password, about);
  if (score >= minScore) return { score, weakness: null };
  const reason = reasons[feedback.warning ?? ""] ?? "This password is easy to guess.";
  return {
    score,
    weakness: `${reason} Use three or four unrelated words, or let your browser suggest a password.`,
  };
}

/** Why a password won't do, as a sentence; null when it will. */
export async function findWeakness(password: string, owner: PasswordOwner): Promise<string | null> {
  return (await rateStrength(password, owner)).weakness;
}

let guesser: Promise<ZxcvbnFactory> | undefined;

/** The word lists are large, so they come with the first password. */
async function loadGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    // The time grows steeply with both: half a second for a random password of 36 characters without them. What is
    // strong in 32 characters is strong in 128.
    maxLength: 32,
    l33tMaxSubstitutions: 10,
  });
}

const common = "This is one of the passwords that are tried first.";
const name = "Names are easy to guess.";
const pattern = "Keys that lie next to each other are easy to guess.";
const repeat = "Repeated characters or words are easy to guess.";
const date = "Dates and years are easy to guess.";

const reasons: Record<string, string> = {
  topTen: common,
  topHundred: common,
  common,
  similarToCommon: common,
  pwned: common,
  namesByThemselves: name,
  commonNames: name,
  userInputs: name,
  wordByItself: "One word is easy to guess.",
  straightRow: pattern,
  keyPattern: pattern,
  simpleRepeat: repeat,
  extendedRepeat: repeat,
  sequences: "Sequences like abc or 6543 are easy to guess.",
  recentYears: date,
  dates: date,
};

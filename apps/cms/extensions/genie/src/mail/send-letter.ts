import { createRateLimit, type RateLimit } from "@genie/rate-limit";
import type { Context } from "../directus.ts";
import { sharedCounts } from "../gate-counts.ts";
import { gateEnv } from "../gate-env.ts";
import { reasonOf } from "../gate-queues.ts";
import { hasCode, refusal, tooMany } from "../refusals.ts";
import { layOut, type Words } from "./lay-out.ts";

/** Letters to an address in an hour that strangers can bring about, whoever it belongs to. */
export const lettersPerHour = 5;

let limit: RateLimit | undefined;

/** Whether this installation sends letters at all. */
export const mailIsOn = (env: Record<string, unknown>): boolean =>
  gateEnv(env).EMAIL_SMTP_HOST !== undefined;

/** Refuses what can't be done without a letter, and says who helps instead. */
export function requireMail(env: Record<string, unknown>): void {
  if (mailIsOn(env)) return;
  throw refusal(
    "NO_MAIL",
    "This installation sends no e-mail, so this can't be done here. Ask the person who runs it; nothing was changed.",
  );
}

/** Refuses another letter to an address that got its share, in the same words for addresses that nobody has. */
export async function spendLetter(
  context: Pick<Context, "env" | "logger">,
  email: string,
): Promise<void> {
  const allowance = { name: "letters", points: lettersPerHour, seconds: 60 * 60 };
  limit ??= createRateLimit(allowance, sharedCounts(context));
  const refused = await limit(email);
  if (refused !== null) throw tooMany(Math.ceil(refused.retryAfterMs / 1000));
}

/** Hands a letter to the mail server. Throws LETTER_NOT_SENT with what is wrong with that, and nothing else with it. */
export async function sendLetter(
  { services, getSchema }: Pick<Context, "getSchema" | "services">,
  to: string,
  words: Words,
): Promise<void> {
  const letter = { to, ...layOut(words) };
  const mail = new services.MailService({ schema: await getSchema() });
  await mail.send(letter).catch((cause: unknown) => {
    throw Object.assign(refusal("LETTER_NOT_SENT", mailTrouble(cause)), { cause });
  });
}

/**
 * Begins work about letters and does not wait for it, so that how long an answer takes tells nothing. What fails is
 * logged, without the address: she asks for another letter.
 */
export function inBackground({ logger }: Pick<Context, "logger">, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    // Its cause is the server's own, and may name the address.
    if (error instanceof Error && hasCode(error, "LETTER_NOT_SENT")) {
      logger.warn({ reason: error.message }, "a letter about an account did not go out");
    } else {
      logger.warn({ reason: reasonOf(error) }, "a letter about an account could not be written");
    }
  });
}

/** What is wrong with the mail server, in a sentence that names the setting. */
export function mailTrouble(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  if (code === "EAUTH") {
    return "The mail server does not take the log-in. Correct EMAIL_SMTP_USER and EMAIL_SMTP_PASSWORD.";
  }
  if (code === "EDNS" || code === "ENOTFOUND") {
    return "There is no mail server of that name. Correct EMAIL_SMTP_HOST.";
  }
  if (code === "ETLS" || isTls(error)) {
    return "The mail server and EMAIL_SMTP_SECURE don't fit. Set it to true for port 465, to false for port 587.";
  }
  if (code === "ECONNECTION" || code === "ESOCKET" || code === "ETIMEDOUT") {
    return "The mail server can't be reached. Correct EMAIL_SMTP_HOST and EMAIL_SMTP_PORT, or let this machine reach it.";
  }
  if (code === "EENVELOPE" || typeof responseCode === "number") {
    return "The mail server refuses letters. Set EMAIL_FROM to an address that it sends for.";
  }
  return "The mail server does not answer as one does. Correct EMAIL_SMTP_HOST and EMAIL_SMTP_PORT.";
}

const isTls = (error: unknown) =>
  error instanceof Error && /wrong version number|ssl3_|certificate|tls/i.test(error.message);

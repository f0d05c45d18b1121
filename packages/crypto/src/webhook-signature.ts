import { createHmac } from "node:crypto";
import { AppError } from "@genie/errors";
import { equalSecrets } from "./equal-secrets.ts";

/** The values of the headers `x-genie-timestamp` (unix seconds) and `x-genie-signature` (hex). */
export type WebhookSignature = { timestamp: string; signature: string };

const minSecretLength = 32;

/**
 * Signs `${timestamp}.${body}` with HMAC-SHA256. `timestamp` is in unix seconds, `body` the exact
 * text that is sent. Throws `misconfigured` when the secret has fewer than 32 characters.
 */
export function signWebhook(
  secret: string,
  body: string,
  { timestamp }: { timestamp: number },
): WebhookSignature {
  const seconds = String(timestamp);
  return { timestamp: seconds, signature: hmac(secret, seconds, body) };
}

/**
 * Whether the signature fits the body as received and its timestamp lies within `toleranceMs` of
 * `now` (both in milliseconds), before or after. Constant time in the signature. A replay within the
 * tolerance passes, so the receiver has to be idempotent. Throws `misconfigured` as `signWebhook`.
 */
export function verifyWebhook(
  secret: string,
  { body, timestamp, signature }: WebhookSignature & { body: string },
  { now, toleranceMs }: { now: number; toleranceMs: number },
): boolean {
  const fits = equalSecrets(hmac(secret, timestamp, body), signature);
  const recent =
    /^[0-9]{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= toleranceMs;
  return fits && recent;
}

function hmac(secret: string, timestamp: string, body: string): string {
  if (secret.length < minSecretLength) {
    throw new AppError(
      "misconfigured",
      `The webhook secret is shorter than ${minSecretLength} characters. Make one with \`openssl rand -hex 32\`.`,
    );
  }
  return createHmac("sha256", secret).update(`${timestamp}.${body}`, "utf8").digest("hex");
}

import { z } from "zod";

/** `POST /pairings/redeem`, by a browser that is not paired yet. */
export const RedeemRequest = z.strictObject({
  /** As it was typed. */
  code: z.string().max(64),
  /** How the browser is listed: "Chromium on Linux". */
  browser: z.string().trim().min(1).max(80),
});
export type RedeemRequest = z.infer<typeof RedeemRequest>;

/** `token` is in this answer and nowhere else. */
export const RedeemAnswer = z.object({
  pairing_id: z.uuid(),
  token: z.string(),
  expires_at: z.string(),
});
export type RedeemAnswer = z.infer<typeof RedeemAnswer>;

/** A cookie as the platform set it. `expires` is in seconds since 1970, -1: with the browser. */
export const CapturedCookie = z.strictObject({
  name: z.string().min(1).max(256),
  value: z.string().max(8192),
  domain: z.string().min(1).max(255),
  path: z.string().startsWith("/").max(1024),
  expires: z.number().min(-1),
  httpOnly: z.boolean(),
  secure: z.boolean(),
  sameSite: z.enum(["Strict", "Lax", "None"]),
});
export type CapturedCookie = z.infer<typeof CapturedCookie>;

/** `POST /pairings/sessions`: the session of one account, as this browser has it. */
export const CaptureRequest = z.strictObject({
  platform: z.string().max(64),
  /** One that is connected already, or the name of one that may be new. */
  account: z.union([
    z.strictObject({ id: z.uuid() }),
    z.strictObject({ username: z.string().trim().min(1).max(255) }),
  ]),
  cookies: z.array(CapturedCookie).min(1).max(100),
  user_agent: z.string().max(512),
  /** Whether the account is to be read at once, as after a press of a button. */
  read_now: z.boolean(),
});
export type CaptureRequest = z.infer<typeof CaptureRequest>;

const moment = z.string().nullable();

export const CaptureAnswer = z.object({
  account_id: z.uuid(),
  key_id: z.int(),
  captured_at: z.string(),
  /** Null where the platform does not say. */
  expires_at: moment,
  /** Whether the account is being read with it now. */
  reading: z.boolean(),
});
export type CaptureAnswer = z.infer<typeof CaptureAnswer>;

/** `POST /pairings/wipe`: ends what this way of connecting has stored of an account. */
export const WipeRequest = z.strictObject({ account_id: z.uuid() });
export type WipeRequest = z.infer<typeof WipeRequest>;

const CaptureAccount = z.object({
  id: z.uuid(),
  username: z.string(),
  connection: z.enum(["connected", "needs_login", "expired", "error"]),
  /** What extensions have stored of it and is not wiped; null when there is nothing. */
  session: z
    .object({
      key_id: z.int(),
      captured_at: z.string(),
      expires_at: moment,
      status: z.enum(["active", "expired"]),
    })
    .nullable(),
});

const CapturePlatform = z.object({
  id: z.string(),
  name: z.string(),
  origin: z.url(),
  log_in_url: z.url(),
  /** Of `host` or `host:port`; a leading `*.` takes every subdomain. */
  hosts: z.array(z.string()),
  /** The names of the cookies that are handed over, and no others are. */
  cookies: z.array(z.string()),
  /** Without all of these nobody is signed in. */
  session_cookies: z.array(z.string()),
  accounts: z.array(CaptureAccount),
});
export type CapturePlatform = z.infer<typeof CapturePlatform>;

/** `GET /pairings/platforms`: what a paired browser may hand over, and how that stands. */
export const PairingOverview = z.object({
  pairing: z.object({ id: z.uuid(), name: z.string(), expires_at: z.string() }),
  platforms: z.array(CapturePlatform),
});
export type PairingOverview = z.infer<typeof PairingOverview>;

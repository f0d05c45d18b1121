import { setTimeout as wait } from "node:timers/promises";
import { addressKey, createRateLimit, type RateLimit } from "@genie/rate-limit";
import type { Context } from "../directus.ts";
import { sharedCounts } from "../gate-counts.ts";
import { wrongGuesses } from "./counted-guess.ts";

/**
 * Wrong log-ins of an account that are looked at: from one address, from all of them together, and those whose password
 * was right and whose code was not.
 */
export const wrongLogIns = {
  here: wrongGuesses,
  everywhere: { points: 100, seconds: 60 * 60 },
  codes: wrongGuesses,
} as const;

type Place = { email: string; ip: string | null };
export type LogInEnd = "wrong_code" | "wrong_password" | "not_wrong";
type Counted = { waitMs: number } | { settle: (end: LogInEnd) => Promise<void> };

/**
 * Counts a log-in before it is looked at, so that many at once are no way round; `settle` takes back what was not wrong.
 * Answers how long to wait when there were too many wrong ones. Addresses that nobody has are counted alike.
 */
export async function countLogIn(
  context: Context,
  { email, ip, hasCode }: Place & { hasCode: boolean },
): Promise<Counted> {
  const { here, everywhere, codes } = limitsOf(context);
  const { account, address, place } = keysOf({ email, ip });
  const tooManyHere = await here(place);
  if (tooManyHere !== null) return { waitMs: tooManyHere.retryAfterMs };
  const refused =
    (await overall(context, { account, address })) ??
    // Whoever gets as far as the code knows the password: no address is spared.
    (hasCode ? await codes(account) : null);
  if (refused !== null) {
    // Nothing of it is looked at.
    await here.giveBack(place);
    return { waitMs: refused.retryAfterMs };
  }
  return {
    settle: async (end) => {
      if (end === "not_wrong") {
        await Promise.all([here.giveBack(place), everywhere.giveBack(account)]);
      }
      if (hasCode && end !== "wrong_code") await codes.giveBack(account);
    },
  };
}

/** For who has shown otherwise that the account is hers. */
export async function forgetWrongLogIns(context: Context, where: Place): Promise<void> {
  const { here, everywhere } = limitsOf(context);
  const { account, place } = keysOf(where);
  await Promise.all([here.forget(place), everywhere.forget(account)]);
}

/** Strangers with many addresses are not to keep her out, so those that she has logged in from are spared. */
async function overall(
  context: Context,
  { account, address }: { account: string; address: string },
): ReturnType<RateLimit> {
  const refused = await limitsOf(context).everywhere(account);
  if (refused === null) return null;
  // Whether there is such an account is not to be read from how long that takes.
  const soonest = wait(Number(context.env["LOGIN_STALL_TIME"] ?? 500));
  const isHers = await hasLoggedInFrom(context, { account, address });
  await soonest;
  return isHers ? null : refused;
}

async function hasLoggedInFrom(
  { database }: Context,
  { account, address }: { account: string; address: string },
): Promise<boolean> {
  const logIns = await database("directus_activity as a")
    .join("directus_users as u", "u.id", "a.user")
    .whereRaw("lower(u.email) = ?", [account])
    .where("a.action", "login")
    .whereNotNull("a.ip")
    .orderBy("a.id", "desc")
    .limit(200)
    .select<{ ip: string }[]>("a.ip");
  return logIns.some(({ ip }) => addressKey(ip) === address);
}

/** As Directus looks for the address. */
function keysOf({ email, ip }: Place) {
  const account = email.toLowerCase();
  const address = addressKey(ip ?? "unknown");
  return { account, address, place: `${account} ${address}` };
}

let limits: Record<keyof typeof wrongLogIns, RateLimit> | undefined;

function limitsOf(context: Context) {
  const limit = (kind: keyof typeof wrongLogIns) =>
    createRateLimit({ name: `wrong-log-ins-${kind}`, ...wrongLogIns[kind] }, sharedCounts(context));
  limits ??= { here: limit("here"), everywhere: limit("everywhere"), codes: limit("codes") };
  return limits;
}

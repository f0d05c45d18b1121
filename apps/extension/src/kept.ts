import { z } from "zod";
import { browser } from "wxt/browser";

const Pairing = z.object({ origin: z.url(), token: z.string(), expires_at: z.string() });
export type Pairing = z.infer<typeof Pairing>;

/** That she has agreed to hand the session of a platform over, and for which account. */
const Consent = z.object({
  account: z.object({ id: z.string(), username: z.string() }),
  /** New cookies are handed over as they come. She turns it on herself. */
  keep_fresh: z.boolean(),
  /** Of the platform as she agreed to it; the worker behind the page needs no server to know them. */
  cookies: z.array(z.string()),
  hosts: z.array(z.string()),
  origin: z.url(),
});
export type Consent = z.infer<typeof Consent>;

const Kept = z.object({
  pairing: Pairing.nullable().default(null),
  /** By the platform's id. */
  consents: z.record(z.string(), Consent).default({}),
  /** What she is to be told when she looks next. */
  notice: z.string().nullable().default(null),
});
export type Kept = z.infer<typeof Kept>;

/** What this browser remembers: never a cookie. */
export async function readKept(): Promise<Kept> {
  return Kept.parse(await browser.storage.local.get());
}

export async function keep(change: Partial<Kept>): Promise<void> {
  await browser.storage.local.set(change);
}

/** What she was to be told was shown. */
export async function forgetNotice(): Promise<void> {
  await browser.storage.local.remove("notice");
}

/** Forgets the pairing, everything that she agreed to and every site that she allowed. */
export async function forgetAll(notice: string | null): Promise<void> {
  await browser.storage.local.clear();
  await browser.alarms.clearAll();
  if (notice !== null) await keep({ notice });
  const { origins = [] } = await browser.permissions.getAll();
  await giveBack(origins);
}

/** Gives sites back one by one: those that a build of ours has from the start can't be given back. */
export async function giveBack(origins: readonly string[]): Promise<void> {
  for (const origin of origins) {
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  }
}

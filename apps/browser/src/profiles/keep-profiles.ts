import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMarked, markInUse, putAway } from "./put-away.ts";
import { removeFolder } from "./remove-folder.ts";

export type Profile = {
  folder: string;
  /** Aborts when what is kept of the account is to go. */
  removed: AbortSignal;
  /** To be called when Chromium has ended. What it did not close cleanly is not kept. */
  release: (isClean: boolean) => Promise<void>;
};
export type Profiles = Awaited<ReturnType<typeof keepProfiles>>;

type Use = { isOwn: boolean; removing: AbortController; over: Promise<void>; end: () => void };

const unusedForMs = 30 * 24 * 60 * 60 * 1000;
const sweepEveryMs = 24 * 60 * 60 * 1000;
const accountId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What sites keep in a browser, in a folder for each account, from session to session and over
 * restarts. One that was in use when its Chromium or this service was killed may hold cookies: it is
 * removed when that is found, at the latest at the next start. So is one unused for 30 days.
 */
export async function keepProfiles(folder: string, temporaryFolder: string) {
  const usesOf = new Map<string, Set<Use>>();
  const pathOf = (account: string) => join(folder, account);

  const begin = (account: string, isOwn: boolean): Use => {
    const uses = usesOf.get(account) ?? new Set();
    usesOf.set(account, uses);
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const use: Use = {
      isOwn,
      removing: new AbortController(),
      over,
      end: () => {
        uses.delete(use);
        if (uses.size === 0) usesOf.delete(account);
        resolve();
      },
    };
    uses.add(use);
    return use;
  };

  /** Nobody gets the account's own folder meanwhile. */
  const removeOwn = async (account: string): Promise<void> => {
    const use = begin(account, true);
    try {
      await removeFolder(pathOf(account));
    } finally {
      use.end();
    }
  };

  const sweep = async (): Promise<void> => {
    for (const name of await readdir(folder)) {
      const isOld = Date.now() - (await stat(pathOf(name))).mtimeMs > unusedForMs;
      const isStale = isOld || !accountId.test(name) || (await isMarked(pathOf(name)));
      if (isStale && !usesOf.has(name)) await removeOwn(name);
    }
  };

  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep();
  const clock = setInterval(() => void sweep().catch(() => {}), sweepEveryMs).unref();

  return {
    /** The account's own; a temporary one for no account, and while its own is in use. */
    async take(account?: string): Promise<Profile> {
      const isInUse = [...(usesOf.get(account ?? "") ?? [])].some(({ isOwn }) => isOwn);
      const isOwn = account !== undefined && !isInUse;
      const path = isOwn ? pathOf(account) : join(temporaryFolder, `profile-${randomUUID()}`);
      const { removing, end } = begin(account ?? path, isOwn);
      const release = async (isClean: boolean): Promise<void> => {
        try {
          if (isOwn && isClean && !removing.signal.aborted) await putAway(path);
          else await removeFolder(path);
        } finally {
          end();
        }
      };
      try {
        if (isOwn && (await isMarked(path))) await removeFolder(path);
        await mkdir(path, { recursive: true, mode: 0o700 });
        await markInUse(path);
        return { folder: path, removed: removing.signal, release };
      } catch (error) {
        await release(false);
        throw error;
      }
    },

    /** The accounts of which something is kept. */
    list: async (): Promise<string[]> =>
      (await readdir(folder)).filter((name) => accountId.test(name)),

    /** Removes what is kept of an account, with the sessions that use it. */
    async remove(account: string): Promise<void> {
      for (let uses = usesOf.get(account); uses !== undefined; uses = usesOf.get(account)) {
        for (const { removing } of uses) removing.abort();
        await Promise.all([...uses].map(({ over }) => over));
      }
      await removeOwn(account);
    },

    close: () => clearInterval(clock),
  };
}

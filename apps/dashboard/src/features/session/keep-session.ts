const refreshedAtKey = "genie.session.refreshedAt";
const dayMs = 24 * 60 * 60 * 1000;

type Surroundings = {
  now: number;
  storage: Pick<Storage, "getItem" | "setItem">;
  /** Browsers have locks on https and on localhost only. */
  locks?: Pick<LockManager, "request">;
  refresh: () => Promise<void>;
};

/**
 * Prolongs the session, at most once a day on a device. The session is shared by all tabs and the
 * frame of the admin app, and refreshing replaces it: so one at a time, and one retry.
 */
export async function keepSession({ now, storage, locks, refresh }: Surroundings): Promise<void> {
  const refreshOnce = async () => {
    if (isFresh(storage, now)) return;
    try {
      await refresh();
    } catch {
      await refresh();
    }
    storage.setItem(refreshedAtKey, String(now));
  };
  if (isFresh(storage, now)) return;
  await (locks === undefined ? refreshOnce() : locks.request("genie.session", refreshOnce));
}

/** Called after logging in: the new session has its full life before it. */
export function markSessionFresh(storage: Surroundings["storage"], now: number): void {
  storage.setItem(refreshedAtKey, String(now));
}

function isFresh(storage: Surroundings["storage"], now: number): boolean {
  const age = now - Number(storage.getItem(refreshedAtKey) ?? 0);
  return age >= 0 && age < dayMs;
}

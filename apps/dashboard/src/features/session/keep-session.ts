const refreshedAtKey = "genie.session.refreshedAt";
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

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

type Page = Pick<Document, "addEventListener" | "removeEventListener" | "visibilityState">;

/** Does something at once, whenever she comes back to the page, and every hour that it is in view; returns what ends that. */
export function whileUsed(page: Page, work: () => void): () => void {
  const workInView = () => {
    if (page.visibilityState === "visible") work();
  };
  work();
  const timer = setInterval(workInView, hourMs);
  page.addEventListener("visibilitychange", workInView);
  return () => {
    clearInterval(timer);
    page.removeEventListener("visibilitychange", workInView);
  };
}

/** Called after logging in: the new session has its full life before it. */
export function markSessionFresh(storage: Surroundings["storage"], now: number): void {
  storage.setItem(refreshedAtKey, String(now));
}

function isFresh(storage: Surroundings["storage"], now: number): boolean {
  const age = now - Number(storage.getItem(refreshedAtKey) ?? 0);
  return age >= 0 && age < dayMs;
}

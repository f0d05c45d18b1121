import type { StorageEntry } from "@genie/browser-client";
import type { Session } from "../sessions/session.ts";

/** What is used of a page's globals; Node itself has none. */
type PageGlobals = {
  location: { origin: string };
  localStorage: {
    getItem: (name: string) => string | null;
    setItem: (name: string, value: string) => void;
  };
};

/** Puts entries in, on an empty page of each origin that is never asked of the site. */
export async function putIntoLocalStorage(
  { page }: Session,
  entries: readonly StorageEntry[],
): Promise<void> {
  for (const [origin, own] of Map.groupBy(entries, (entry) => entry.origin)) {
    const url = `${new URL(origin).origin}/`;
    await page.route(url, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    try {
      await page.goto(url);
      await page.evaluate(putIn, own);
    } finally {
      await page.unroute(url);
    }
  }
}

/** Of the page that is shown those entries that are there. */
export async function readLocalStorage(
  { page }: Session,
  names: readonly string[],
): Promise<StorageEntry[]> {
  return page.evaluate(readOut, [...names]);
}

/** Both run in the page, so they use nothing from around them. */
function putIn(entries: StorageEntry[]): void {
  const { localStorage } = globalThis as unknown as PageGlobals;
  for (const { name, value } of entries) localStorage.setItem(name, value);
}

function readOut(names: string[]): StorageEntry[] {
  const { localStorage, location } = globalThis as unknown as PageGlobals;
  return names.flatMap((name) => {
    const value = localStorage.getItem(name);
    return value === null ? [] : [{ origin: location.origin, name, value }];
  });
}

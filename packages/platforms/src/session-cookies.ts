import type { Cookie, PageDriver, StorageEntry } from "@genie/browser-client";
import type { Platform } from "./platform.ts";

/** Of a browser's cookies those that the platform's own hosts get to see. */
export function cookiesOf(
  { hosts }: Pick<Platform, "hosts">,
  cookies: readonly Cookie[],
): Cookie[] {
  const names = hosts.map((host) => host.replace(/^\*\./, "").replace(/:\d+$/, ""));
  return cookies.filter(({ domain }) => {
    const ofDomain = domain.replace(/^\./, "");
    return names.some((name) => isWithin(name, ofDomain) || isWithin(ofDomain, name));
  });
}

/** True when every cookie is there without which nobody is signed in. */
export function hasSession(
  { sessionCookies }: Pick<Platform, "sessionCookies">,
  cookies: readonly Cookie[],
): boolean {
  return sessionCookies.every((wanted) => cookies.some(({ name }) => name === wanted));
}

/** When the first of the cookies ends without which nobody is signed in; null where none says. */
export function sessionExpiresAt(
  { sessionCookies }: Pick<Platform, "sessionCookies">,
  cookies: readonly Cookie[],
): Date | null {
  const ends = cookies
    .filter(({ name, expires }) => sessionCookies.includes(name) && expires > 0)
    .map(({ expires }) => expires * 1000);
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

/** What of a session the page that is shown keeps in local storage; nothing on most sites. */
export async function capturedStorage(
  page: PageDriver,
  { capturedStorage: names = [] }: Pick<Platform, "capturedStorage">,
): Promise<StorageEntry[]> {
  return names.length === 0 ? [] : page.localStorage(names);
}

const isWithin = (name: string, domain: string) => name === domain || name.endsWith(`.${domain}`);

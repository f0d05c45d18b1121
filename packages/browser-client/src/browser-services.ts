import { z } from "zod";

/**
 * `BROWSER_URL` of a program: the address of the browser service, or of several with commas between. All
 * programs of an installation have to be told the same ones. Directus hands a list over as an array.
 */
export const BrowserUrls: z.ZodType<string[], string | string[]> = z
  .union([z.string(), z.array(z.string())])
  .transform((list) => [list].flat().join(",").split(","))
  .transform((urls) => urls.map((url) => url.trim()).filter((url) => url !== ""))
  .pipe(z.array(z.url({ protocol: /^https?$/ })).min(1))
  .transform((urls) => [...new Set(urls.map((url) => new URL(url).origin))]);
export type BrowserUrls = z.output<typeof BrowserUrls>;

/**
 * The services in the order in which they are asked for a session of this account. The first is its home, where
 * its profile is: of all that there are, whoever asks, the same one, and when a service comes or goes only the
 * accounts move that have to (rendezvous hashing, Thaler and Ravishankar 1998).
 */
export function homesOf(urls: readonly string[], account: string): string[] {
  const weight = (url: string) => hash(`${account.toLowerCase()} ${url}`);
  return urls.toSorted((one, other) => weight(other) - weight(one));
}

/** The services in turn from any of them on, for sessions that have no home. */
export function fromAnyOf(urls: readonly string[]): string[] {
  const first = Math.floor(Math.random() * urls.length);
  return [...urls.slice(first), ...urls.slice(0, first)];
}

/** What a session of a service is called outside of it: whoever knows the services finds it by that. */
export const nameSession = (url: string, id: string): string => `${markOf(url)}.${id}`;

/** Which service has a session, and what it calls it. One that names none of these is of the first. */
export function findSession(urls: readonly string[], name: string): { url: string; id: string } {
  const [mark = "", ...rest] = name.split(".");
  const named = urls.find((url) => markOf(url) === mark);
  const id = named === undefined ? name : rest.join(".");
  return { url: named ?? urls[0] ?? "", id };
}

const markOf = (url: string) => hash(new URL(url).origin).toString(36);

/** FNV-1a, with the last step of MurmurHash3 so that texts which are much alike lie far apart. 32 bits. */
function hash(text: string): number {
  let bits = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85_eb_ca_6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2_b2_ae_35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

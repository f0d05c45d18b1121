import type { CapturePlatform } from "@genie/pairing";

export type ConsentText = {
  title: string;
  /** The exact cookies: their names and whose they are. */
  cookies: string[];
  destination: string;
  why: string;
  takeBack: string;
};

/** What she agrees to before anything is read, in full. */
export function consentText(
  { name, cookies, hosts }: Pick<CapturePlatform, "cookies" | "hosts" | "name">,
  server: string,
): ConsentText {
  const places = [...new Set(hosts.map((host) => host.replace(/:\d+$/, "")))];
  return {
    title: `Hand your session on ${name} over?`,
    cookies: cookies.map((cookie) => `${cookie}, of ${listed(places)}`),
    destination: server,
    why: `With ${cookies.length === 1 ? "it" : "them"} Genie Helper is signed in to ${name} as you are in this browser: it reads your account and publishes what you plan. Your password stays with you, and no other cookie is read.`,
    takeBack: `Genie Helper keeps ${cookies.length === 1 ? "it" : "them"} encrypted. Wipe here or in Genie Helper ends that; signing out on ${name} does too.`,
  };
}

const listed = (places: readonly string[]) =>
  places
    .map((place) => (place.startsWith("*.") ? `all below ${place.slice(2)}` : place))
    .join(" and ");

import { belongsToHosts, type CapturedCookie } from "@genie/pairing";
import { browser } from "wxt/browser";
import { mapCookie } from "./map-cookie.ts";

/** The named cookies of the platform's hosts as this browser has them, and no others. */
export async function readSession({
  hosts,
  cookies: names,
}: {
  hosts: readonly string[];
  cookies: readonly string[];
}): Promise<CapturedCookie[]> {
  const domains = new Set(hosts.map((host) => host.replace(/^\*\./, "").replace(/:\d+$/, "")));
  const found = await Promise.all(
    [...domains].flatMap((domain) =>
      names.map((name) => browser.cookies.getAll({ domain: domain.replace(/^\[|\]$/g, ""), name })),
    ),
  );
  const mine = found.flat().filter(({ domain }) => belongsToHosts(hosts, domain));
  const once = new Map(
    mine.map((cookie) => [`${cookie.name} ${cookie.domain} ${cookie.path}`, cookie]),
  );
  return [...once.values()].map(mapCookie);
}

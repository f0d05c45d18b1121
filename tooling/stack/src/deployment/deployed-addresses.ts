import { type Addresses, stackAddresses } from "../addresses.ts";
import type { Ports } from "../ports.ts";
import type { Settings } from "../settings.ts";

/** Where services that are started one by one reach each other: where the operator says, else on this machine. */
export function deployedAddresses(settings: Settings, ports: Ports): Addresses {
  const here = stackAddresses(settings, ports, { sandbox: false });
  const {
    BROWSER_URL: browser = here.browser,
    SANDBOX_URL: sandbox = null,
    DIRECTUS_URL: directus = here.directus,
  } = settings;
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(new URL(directus).hostname);
  return {
    ...here,
    directus,
    eachDirectus: isHere ? here.eachDirectus : directus,
    browser,
    sandbox,
  };
}

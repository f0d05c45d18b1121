import { instancePort, instancesOf } from "./instances.ts";
import type { Ports } from "./ports.ts";
import type { Settings } from "./settings.ts";

const publicPath = "/api/directus";

export type Addresses = {
  /** Directus itself, on loopback. */
  directus: string;
  /** The origin that browsers see. */
  dashboard: string;
  /** Directus as browsers and programs see it. */
  public: string;
  /** The browser services, on loopback, with commas between. */
  browser: string;
  /** The worker says here how it is, on loopback. */
  worker: string;
  /** The MCP server, on loopback; agents reach it behind the dashboard's `/mcp`. */
  mcp: string;
  /** The sandbox as browsers see it, with cookies of its own; null where none runs. */
  sandbox: string | null;
  /** Where letters land that are not to be delivered; null where none runs. */
  mailbox: string | null;
};

/** The addresses of the stack: those that the operator set, else loopback with the chosen ports. */
export function stackAddresses(
  settings: Settings,
  ports: Ports,
  { sandbox, mailbox = sandbox }: { sandbox: boolean; mailbox?: boolean },
): Addresses {
  const dashboard =
    settings.DASHBOARD_URL ??
    settings.PUBLIC_URL?.slice(0, -publicPath.length) ??
    `http://localhost:${ports.dashboard}`;
  return {
    directus: `http://127.0.0.1:${ports.directus}`,
    dashboard,
    public: `${dashboard}${publicPath}`,
    browser: instancesOf(settings, "browser")
      .map((instance) => `http://127.0.0.1:${instancePort(ports.browser, instance)}`)
      .join(","),
    worker: `http://127.0.0.1:${ports.worker}`,
    mcp: `http://127.0.0.1:${ports.mcp}`,
    sandbox: sandbox ? `http://sandbox.localhost:${ports.sandbox}` : null,
    mailbox: mailbox ? `http://mailbox.localhost:${ports.mailbox}` : null,
  };
}

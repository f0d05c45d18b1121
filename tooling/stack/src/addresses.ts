import { type Counted, instancePort, instancesOf } from "./instances.ts";
import type { Ports } from "./ports.ts";
import type { Settings } from "./settings.ts";

const publicPath = "/api/directus";

export type Addresses = {
  /** Directus itself, on loopback, or what divides requests among several. */
  directus: string;
  /** Each Directus by itself, on loopback, with commas between. */
  eachDirectus: string;
  /** The origin that browsers see. */
  dashboard: string;
  /** Directus as browsers and programs see it. */
  public: string;
  /** The browser services, on loopback, with commas between. */
  browser: string;
  /** The workers say here how they are, on loopback, with commas between. */
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
  const each = (service: Counted) =>
    instancesOf(settings, service)
      .map((instance) => `http://127.0.0.1:${instancePort(ports[service], instance)}`)
      .join(",");
  return {
    directus: `http://127.0.0.1:${ports.directus}`,
    dashboard,
    public: `${dashboard}${publicPath}`,
    eachDirectus: each("directus"),
    browser: each("browser"),
    worker: each("worker"),
    mcp: `http://127.0.0.1:${ports.mcp}`,
    sandbox: sandbox ? `http://sandbox.localhost:${ports.sandbox}` : null,
    mailbox: mailbox ? `http://mailbox.localhost:${ports.mailbox}` : null,
  };
}

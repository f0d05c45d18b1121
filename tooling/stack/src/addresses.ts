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
};

/** The addresses of the stack: those that the operator set, else loopback with the chosen ports. */
export function stackAddresses(settings: Settings, ports: Ports): Addresses {
  const dashboard =
    settings.DASHBOARD_URL ??
    settings.PUBLIC_URL?.slice(0, -publicPath.length) ??
    `http://localhost:${ports.dashboard}`;
  return {
    directus: `http://127.0.0.1:${ports.directus}`,
    dashboard,
    public: `${dashboard}${publicPath}`,
  };
}

import { shellParameters } from "#features/shell/address.ts";

/** Our page of Directus' admin panel. */
export const adminPath = "/admin";

/** Where the panel itself is. Its bare address asks a second time who one is; `content` does not. */
const panelPath = "/api/directus/admin";

const base = "http://dashboard.invalid";

/** The panel's address for one of our own; what the shell keeps in an address stays outside. */
export function toPanel(ours: string): string {
  const { pathname, searchParams, hash } = new URL(ours, base);
  for (const name of shellParameters) searchParams.delete(name);
  const inside = pathname.startsWith(`${adminPath}/`) ? pathname.slice(adminPath.length) : "/";
  return `${panelPath}${inside === "/" ? "/content" : inside}${searchOf(searchParams)}${hash}`;
}

/** Whether the panel asks who one is, as it does when its session has ended. */
export function isPanelLogin(panel: string): boolean {
  return new URL(panel, base).pathname.startsWith(`${panelPath}/login`);
}

/** Our address for one of the panel's; null where it has none that is worth coming back to. */
export function fromPanel(panel: string): string | null {
  const { pathname, searchParams, hash } = new URL(panel, base);
  const inside = pathname.startsWith(`${panelPath}/`) ? pathname.slice(panelPath.length) : null;
  if (inside === null || /^\/(login|logout)(\/|$)/.test(inside)) return null;
  return `${adminPath}${inside === "/content" ? "" : inside}${searchOf(searchParams)}${hash}`;
}

function searchOf(parameters: URLSearchParams): string {
  return parameters.size === 0 ? "" : `?${parameters}`;
}

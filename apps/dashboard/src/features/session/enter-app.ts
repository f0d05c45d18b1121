import { markSessionFresh } from "./keep-session.ts";

/** Opens a page of the shell with a session that has just begun; nothing cached survives. */
export function enterApp(path: string): void {
  markSessionFresh(window.localStorage, Date.now());
  window.location.assign(path);
}

import type { CookieLoginRequest, NavigateRequest, PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { mayReach } from "../egress/allowed-hosts.ts";
import type { Session } from "../sessions/session.ts";
import { putIntoLocalStorage } from "./local-storage.ts";
import { explainFailedLoad, forbidden, forgetDocument, readPageState } from "./page-state.ts";
import { stopLoading } from "./stop-loading.ts";

export const loadTimeoutMs = 30_000;
const errorPageMs = 2_000;

/** Opens a page, with its redirects, and waits until its markup is there. */
export async function navigate(session: Session, request: NavigateRequest): Promise<PageState> {
  const { url, timeout_ms: timeout = loadTimeoutMs } = request;
  if (!mayReach(session.isAllowed, new URL(url))) throw forbidden(url);
  forgetDocument(session);
  try {
    await session.page.goto(url, { waitUntil: "domcontentloaded", timeout });
  } catch (error) {
    await awaitErrorPage(session, error);
    await stopLoading(session);
    return explainFailedLoad(session, error);
  }
  return readPageState(session);
}

/** Chromium's own page about a load that failed comes a moment later, and would interrupt the next load. */
async function awaitErrorPage({ page }: Session, error: unknown): Promise<void> {
  if (!String(error).includes("net::ERR_")) return;
  await page.waitForURL(isErrorPage, { waitUntil: "commit", timeout: errorPageMs }).catch(() => {});
}

const isErrorPage = ({ protocol }: URL) => protocol === "chrome-error:";

/** Puts a session in, cookies and local storage, and opens a page with it. */
export async function logInWithCookies(
  session: Session,
  { cookies, local_storage: entries = [], url }: CookieLoginRequest,
): Promise<PageState> {
  if (!mayReach(session.isAllowed, new URL(url))) throw forbidden(url);
  try {
    await session.context.addCookies(cookies);
  } catch {
    // Without the cause: it repeats the cookies.
    throw new AppError(
      "invalid_input",
      "The browser did not take these cookies. Connect the account again.",
    );
  }
  for (const entry of entries) {
    if (!mayReach(session.isAllowed, new URL(entry.origin))) throw forbidden(entry.origin);
  }
  await putIntoLocalStorage(session, entries);
  return navigate(session, { url });
}

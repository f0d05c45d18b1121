import { AppError } from "@genie/errors";
import type { LookupFunction } from "node:net";
import type { BrowserContext, Page, Response } from "playwright-core";
import type { HostCheck } from "../egress/allowed-hosts.ts";
import type { SessionHelp } from "../guide/session-help.ts";

/** How large a page is for steps; recipes count on it. */
export const usualView = { width: 1280, height: 900 } as const;

/** A browser context on one account, with the one page that steps are taken on. */
export type Session = {
  id: string;
  userAgent: string;
  context: BrowserContext;
  page: Page;
  isAllowed: HostCheck;
  resolveHost: LookupFunction;
  /** Where its files wait for an upload. */
  folder: string;
  /** Paths by handle. */
  files: Map<string, string>;
  /** What the site answered last with a document since the step began; of failed loads the address. */
  document: { response: Response | null; failedUrl: string | null };
  /** For pages that are not what they were; null when no language model is configured. */
  help: SessionHelp | null;
  /** Aborts with an `AppError` that says why, when the session ends. */
  ending: AbortController;
};

/** Why a session that has ended did so. */
export function endedError(session: Session): AppError | null {
  const { reason, aborted } = session.ending.signal;
  if (!aborted) return null;
  return reason instanceof AppError ? reason : ended("The browser session has ended.");
}

/** An end that a new session may get over. */
export function ended(what: string): AppError {
  return new AppError("upstream_unavailable", `${what} Start again with a new one.`);
}

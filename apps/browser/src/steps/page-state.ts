import type { PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { errors, type Page } from "playwright-core";
import { mayReach } from "../egress/allowed-hosts.ts";
import { egressHeader } from "../egress/start-egress-proxy.ts";
import { endedError, type Session } from "../sessions/session.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/** To be called before a step that may load a document. */
export function forgetDocument({ document }: Session): void {
  document.response = null;
  document.failedUrl = null;
}

/**
 * The page as it is after a step. Throws `forbidden` when the step led to a host that the session may
 * not reach, `upstream_unavailable` when the site was not reached.
 */
export async function readPageState({ page, document }: Session): Promise<PageState> {
  const headers = document.response?.headers() ?? {};
  if (headers[egressHeader] === "refused") throw forbidden(document.response?.url() ?? "");
  if (headers[egressHeader] !== undefined) throw notReached();
  return {
    url: page.url(),
    title: await readTitle(page),
    status: document.response?.status() ?? null,
    retry_after_ms: readRetryAfter(headers["retry-after"], Date.now()),
  };
}

/** What it means that a document did not come. */
export async function explainFailedLoad(session: Session, error: unknown): Promise<PageState> {
  const { document, isAllowed } = session;
  const over = endedError(session);
  if (over) throw over;
  if (error instanceof errors.TimeoutError) throw tooSlow();
  // Chromium counts an error without a body as a failed load; it is an answer all the same.
  if ((document.response?.status() ?? 0) >= 400) return readPageState(session);
  const url = document.failedUrl === null ? null : URL.parse(document.failedUrl);
  if (url !== null && !mayReach(isAllowed, url)) throw forbidden(url.href);
  throw notReached();
}

export function forbidden(url: string): AppError {
  const host = URL.parse(url)?.host || "an address that is not of the web";
  return new AppError(
    "forbidden",
    `The way led to ${host}, where this browser session must not go. The page was not opened.`,
  );
}

function tooSlow(): AppError {
  return new AppError("upstream_unavailable", "The site did not answer in time.");
}

function notReached(): AppError {
  return new AppError(
    "upstream_unavailable",
    "The site can't be reached, or it closed the connection without an answer.",
  );
}

async function readTitle(page: Page): Promise<string> {
  try {
    return await page.title();
  } catch {
    // The page was just being replaced by the next one.
    await page.waitForLoadState("domcontentloaded");
    return page.title();
  }
}

import type { DownloadRequest } from "@genie/browser-client";
import { AppError, type ErrorCode } from "@genie/errors";
import { once } from "node:events";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { mayReach } from "../egress/allowed-hosts.ts";
import type { Session } from "../sessions/session.ts";
import { loadTimeoutMs } from "./navigate.ts";
import { forbidden } from "./page-state.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/** `sizeBytes` is null where the site did not say it. */
export type OpenDownload = { mime: string; sizeBytes: number | null; body: IncomingMessage };

const mostRedirects = 5;

/**
 * Fetches with the session's cookies, at allowed hosts only, redirects included. The time limit is
 * for the answer and for each pause in it. Throws `invalid_input` when the site says that the file is
 * larger than `max_bytes`; what turns out to be is for the reader to count.
 */
export async function openDownload(
  session: Session,
  request: DownloadRequest,
): Promise<OpenDownload> {
  let url = new URL(request.url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await fetchOnce(session, url, request.timeout_ms ?? loadTimeoutMs);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return readHead(answer, request.max_bytes);
    answer.destroy();
    const next = statusCode >= 300 && statusCode < 400 && headers.location;
    if (!next) throw refused(statusCode, headers["retry-after"]);
    url = readLocation(next, url);
  }
  throw new AppError("upstream_unavailable", "The file's address leads from one to the next.");
}

function readLocation(location: string, base: URL): URL {
  const url = URL.parse(location, base.href);
  if (url !== null) return url;
  throw new AppError("upstream_unavailable", "The file's address leads to one that is none.");
}

async function fetchOnce(session: Session, url: URL, timeoutMs: number): Promise<IncomingMessage> {
  if (!mayReach(session.isAllowed, url)) throw forbidden(url.href);
  const cookies = await session.context.cookies(url.href);
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const call = request(url, {
    headers: {
      "User-Agent": session.userAgent,
      ...(cookies.length === 0
        ? {}
        : { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") }),
    },
    lookup: session.resolveHost,
    agent: false,
    signal: session.ending.signal,
    timeout: timeoutMs,
  });
  call.once("timeout", () => call.destroy(new Error("The site is silent.")));
  const answered = once(call, "response");
  call.end();
  try {
    const [answer] = await answered;
    return answer;
  } catch (cause) {
    throw new AppError("upstream_unavailable", "The file can't be fetched from the site.", {
      cause,
    });
  }
}

function readHead(answer: IncomingMessage, maxBytes: number): OpenDownload {
  const length = answer.headers["content-length"];
  const sizeBytes = length === undefined ? null : Number(length);
  if (sizeBytes !== null && sizeBytes > maxBytes) {
    answer.destroy();
    const most = `${maxBytes} bytes are taken`;
    throw new AppError("invalid_input", `The file has ${sizeBytes} bytes, and up to ${most}.`);
  }
  return {
    mime: answer.headers["content-type"] ?? "application/octet-stream",
    sizeBytes,
    body: answer,
  };
}

const codes: Record<number, ErrorCode> = {
  401: "reconnect_required",
  403: "reconnect_required",
  404: "not_found",
  410: "not_found",
  429: "rate_limited",
};
const sentences: Partial<Record<ErrorCode, string>> = {
  reconnect_required: "The site does not show this file to the account. Connect it again.",
  not_found: "The file is not on the site any more.",
  rate_limited: "The site wants a pause before it hands out more files.",
};

function refused(status: number, retryAfter: string | undefined): AppError {
  const code = codes[status] ?? "upstream_unavailable";
  const sentence = sentences[code] ?? `The site answered with ${status} instead of the file.`;
  const afterMs = readRetryAfter(retryAfter, Date.now());
  return new AppError(code, sentence, {
    ...(code === "rate_limited" && afterMs !== null && { retry: { afterMs } }),
  });
}

import { lookup as lookUp } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { AppError } from "@genie/errors";
import { CookieJar } from "tough-cookie";

export type Ask = {
  method: "GET" | "POST";
  url: URL;
  body?: FormData | URLSearchParams;
  timeoutMs: number;
  signal: AbortSignal;
};
export type Answer = { url: URL; message: IncomingMessage };

const mostRedirects = 10;

/**
 * Asks with the cookies of `jar`, follows redirects as browsers do, and reaches `allowedHosts` alone.
 * Throws `forbidden` for another host and `upstream_unavailable` when there is no answer in time.
 */
export function createRequester(jar: CookieJar, allowedHosts: readonly string[]) {
  return async (ask: Ask): Promise<Answer> => {
    let { method, url, body } = ask;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      requireAllowed(url, allowedHosts);
      const message = await send({ ...ask, method, url, ...(body && { body }) }, jar);
      for (const cookie of message.headers["set-cookie"] ?? []) {
        await jar.setCookie(cookie, url.href, { ignoreError: true });
      }
      const { location } = message.headers;
      const status = message.statusCode ?? 0;
      if (location === undefined || status < 300 || status > 399) return { url, message };
      message.resume();
      url = new URL(location, url);
      if (status !== 307 && status !== 308) [method, body] = ["GET", undefined];
    }
    throw new AppError("upstream_unavailable", "The site sends us in circles. Try again later.");
  };
}

function requireAllowed(url: URL, allowedHosts: readonly string[]): void {
  const isHttp = url.protocol === "http:" || url.protocol === "https:";
  if (isHttp && allowedHosts.includes(url.host)) return;
  throw new AppError("forbidden", `${url.host} is not part of this platform, so it is not opened.`);
}

async function send(ask: Ask, jar: CookieJar): Promise<IncomingMessage> {
  const { method, url, body, timeoutMs, signal } = ask;
  // Only a Response knows the boundary of a form with files.
  const form = body && new Response(body);
  const bytes = form && Buffer.from(await form.arrayBuffer());
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    method,
    agent: false,
    lookup,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    headers: {
      accept: "text/html,*/*",
      cookie: await jar.getCookieString(url.href),
      ...(form && { "content-type": form.headers.get("content-type") ?? "", origin: url.origin }),
      ...(bytes && { "content-length": bytes.length }),
    },
  });
  const answered = Promise.withResolvers<IncomingMessage>();
  request.once("response", answered.resolve);
  request.on("error", answered.reject);
  request.end(bytes);
  try {
    return await answered.promise;
  } catch (cause) {
    throw new AppError(
      "upstream_unavailable",
      `${url.host} did not answer in time. Try again later.`,
      { cause },
    );
  }
}

/** Browsers take every name under localhost for this machine; the system's resolver may not. */
const lookup: LookupFunction = (hostname, options, callback) =>
  lookUp(hostname.endsWith(".localhost") ? "127.0.0.1" : hostname, options, callback);

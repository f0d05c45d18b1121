import { liveViewAddress } from "@genie/browser-client";
import { RedeemAnswer } from "@genie/schema";
import { createProxyServer } from "httpxy";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { z } from "zod";
import { replaceForwardingHeaders } from "./forwarding-headers.ts";

type Options = {
  publicOrigin: string;
  clientAddress: (request: IncomingMessage) => string;
  directusUrl: string;
  proxySecret: string;
  /** The browser services; null where there is none. */
  browser: { urls: readonly string[]; viewerToken: string } | null;
  onError: (error: unknown) => void;
};

const path = /^\/api\/live\/([A-Za-z0-9_-]{20,100})$/;
const redeemTimeoutMs = 10_000;

/** True for a request that wants to see a browser in which a person signs in. */
export const isLiveView = ({ url = "" }: IncomingMessage) => url.startsWith("/api/live/");

/**
 * `/api/live/<ticket>`, a WebSocket: lets a person see and use the browser that waits for her. Only from
 * our own pages, with her session, and once for each ticket; the gate says which browser that is.
 */
export function createLiveViewUpgrade(options: Options) {
  const { browser, onError } = options;
  if (browser === null) return (_request: IncomingMessage, socket: Socket) => refuse(socket, 503);
  const proxy = createProxyServer({ ws: true, xfwd: false });
  proxy.on("error", (error, _request, response) => {
    onError(error);
    response?.destroy();
  });
  return (request: IncomingMessage, socket: Socket, head: Buffer): void => {
    socket.on("error", () => socket.destroy());
    enter(request, socket, head).catch((error: unknown) => {
      onError(error);
      refuse(socket, 502);
    });
  };

  async function enter(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    const [, ticket] = path.exec(request.url ?? "") ?? [];
    if (ticket === undefined) return refuse(socket, 404);
    if (request.headers.origin !== options.publicOrigin) return refuse(socket, 403);
    const id = await redeem(options, request, ticket);
    if (id === null) return refuse(socket, 403);
    const view = new URL(liveViewAddress(browser?.urls ?? [], id));
    request.url = view.pathname;
    delete request.headers.cookie;
    delete request.headers.origin;
    const headers = { authorization: `Bearer ${browser?.viewerToken}` };
    await proxy.ws(request, socket, { target: view.origin, headers }, head);
  }
}

/** The browser that the ticket leads to, for whoever is signed in; null when it leads to none. */
async function redeem(
  { clientAddress, directusUrl, proxySecret, publicOrigin }: Options,
  request: IncomingMessage,
  ticket: string,
): Promise<string | null> {
  replaceForwardingHeaders(request, { address: clientAddress(request), publicOrigin });
  const { cookie = "" } = request.headers;
  const answer = await fetch(new URL("people/redeem", `${directusUrl}/`), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie,
      origin: publicOrigin,
      "x-forwarded-for": clientAddress(request),
      "x-genie-proxy": proxySecret,
    },
    body: JSON.stringify({ ticket }),
    signal: AbortSignal.timeout(redeemTimeoutMs),
  });
  if (!answer.ok) return null;
  return z.object({ data: RedeemAnswer }).parse(await answer.json()).data.browser_session_id;
}

const reasons = { 403: "Forbidden", 404: "Not Found", 502: "Bad Gateway", 503: "Unavailable" };

function refuse(socket: Socket, status: keyof typeof reasons): void {
  if (socket.destroyed) return;
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

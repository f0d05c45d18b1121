import { AppError, httpStatus } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { holderOf, type Tokens } from "../http/need-token.ts";
import type { SessionStore } from "../sessions/session-store.ts";
import { type LiveView, openLiveView } from "./open-live-view.ts";

export type ViewerOptions = { sessions: SessionStore; tokens: Tokens; log: Logger };

const mostBytes = 64 * 1024;
const taken =
  "This view was opened in another place and goes on there. Nothing was lost; to go on here, open it again.";

/**
 * `GET /sessions/:id/live` as a WebSocket, for the viewer's token alone. A session has one viewer: a
 * newer one takes over. What keeps a viewer from a session is said in the view's last word.
 */
export function acceptViewers(server: Server, { sessions, tokens, log }: ViewerOptions) {
  // Pictures are compressed already.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostBytes,
    perMessageDeflate: false,
  });
  const views = new Map<string, LiveView>();

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => {});
    try {
      const sessionId = sessionOf(request, tokens);
      sockets.handleUpgrade(request, socket, head, (viewer) => {
        const before = views.get(sessionId)?.end(taken);
        const view = openLiveView(sessions, { sessionId, viewer, before }, log);
        views.set(sessionId, view);
        void view.over.finally(() => {
          if (views.get(sessionId) === view) views.delete(sessionId);
        });
      });
    } catch (error) {
      refuse(socket, error);
    }
  });

  return {
    /** Cuts off whoever has not left by now. */
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function sessionOf({ url, headers }: IncomingMessage, tokens: Tokens): string {
  const holder = holderOf(tokens, headers.authorization);
  const [, id] = /^\/sessions\/([^/?]+)\/live$/.exec(url ?? "") ?? [];
  if (id === undefined) {
    throw new AppError("not_found", "There is no such call in the browser service.");
  }
  if (holder === "viewer") return id;
  throw new AppError("forbidden", "Live views need the viewer's token. Nothing was done.");
}

function refuse(socket: Duplex, error: unknown): void {
  const known = error instanceof AppError ? error : new AppError("internal", "It did not work.");
  const { code, message } = known;
  const status = httpStatus[code];
  const body = JSON.stringify({ error: { code, message } });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

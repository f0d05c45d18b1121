import {
  ActRequest,
  Cookie,
  CookieLoginRequest,
  type CookiesAnswer,
  DownloadRequest,
  ExtractRequest,
  type FileAnswer,
  type LocalStorageAnswer,
  LocalStorageRequest,
  MoreRequest,
  NavigateRequest,
  ReadRequest,
  SealedCookieLoginRequest,
  type StartAnswer,
  StartRequest,
} from "@genie/browser-client";
import type { KeyRing } from "@genie/crypto";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CallerEnv } from "../http/need-token.ts";
import { readJson } from "../http/read-json.ts";
import { requireReaderStep } from "../http/require-reader-step.ts";
import { tellHelp } from "../http/tell-help.ts";
import { act } from "../steps/act.ts";
import { openDownload } from "../steps/download.ts";
import { extract } from "../steps/extract.ts";
import { keepFile } from "../steps/keep-file.ts";
import { loadMore } from "../steps/load-more.ts";
import { logInWithCookies, navigate } from "../steps/navigate.ts";
import { readLocalStorage } from "../steps/local-storage.ts";
import { openStoredCookies } from "../steps/open-stored-cookies.ts";
import { observe } from "../steps/observe.ts";
import { readPageState } from "../steps/page-state.ts";
import { read } from "../steps/read.ts";
import type { Session } from "./session.ts";
import type { SessionStore } from "./session-store.ts";

type Env = CallerEnv & { Bindings: HttpBindings };

/** A connection without a byte for five minutes is given up by the other side. */
const heartbeatMs = 30_000;
const maxJsonBytes = 4 * 1024 * 1024;
const maxFileBytes = 1024 * 1024 * 1024;

/** Sessions and their steps. */
export function sessionRoutes(
  sessions: SessionStore,
  { keyRing, log }: { keyRing: KeyRing; log: Logger },
): Hono<Env> {
  const app = new Hono<Env>();
  const use = <Result>(context: Context<Env>, step: (session: Session) => Promise<Result>) =>
    sessions.use(context.req.param("id") ?? "", context.req.raw.signal, (session) =>
      tellHelp({ log, context, session }, step),
    );

  const holdersOnly = createMiddleware<Env>(async (context, next) => {
    const { caller } = context.var;
    if (caller === "reader") sessions.requireHolder(context.req.param("id") ?? "", caller);
    await next();
  });
  app.use("/:id", holdersOnly);
  app.use("/:id/*", holdersOnly);

  app.put("/:id/files", async (context) => {
    const { body } = context.req.raw;
    const name = context.req.query("name") ?? "";
    const mime = context.req.header("content-type") ?? "";
    const bytes: AsyncIterable<Uint8Array> = body ?? Readable.from([]);
    const file = await use(context, (session) =>
      keepFile(session, { name, mime, bytes }, maxFileBytes),
    );
    return context.json({ file } satisfies FileAnswer, 201);
  });

  app.use(bodyLimit({ maxSize: maxJsonBytes, onError: tooMuch }));

  app.post("/", async (context) => {
    const { tied, ...request } = await readJson(context, StartRequest);
    const started = await sessions.start(request, context.var.caller);
    if (!tied) return context.json(started, 201);
    tie(sessions, started, context.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  app.post("/:id/cookie_login", async (context) => {
    const request = await readJson(context, CookieLoginRequest);
    return context.json(await use(context, (session) => logInWithCookies(session, request)));
  });
  app.post("/:id/sealed_cookie_login", async (context) => {
    const request = await readJson(context, SealedCookieLoginRequest);
    const login = { ...openStoredCookies(keyRing, request), url: request.url };
    return context.json(await use(context, (session) => logInWithCookies(session, login)));
  });
  app.post("/:id/navigate", async (context) => {
    const request = await readJson(context, NavigateRequest);
    return context.json(await use(context, (session) => navigate(session, request)));
  });
  app.post("/:id/act", async (context) => {
    const request = await readJson(context, ActRequest);
    if (context.var.caller === "reader") requireReaderStep(request);
    return context.json(await use(context, (session) => act(session, request)));
  });
  app.post("/:id/extract", async (context) => {
    const request = await readJson(context, ExtractRequest);
    return context.json(await use(context, (session) => extract(session, request)));
  });
  app.post("/:id/read", async (context) => {
    const request = await readJson(context, ReadRequest);
    return context.json(await use(context, (session) => read(session, request)));
  });
  app.post("/:id/download", async (context) => {
    const request = await readJson(context, DownloadRequest);
    const { mime, sizeBytes, body } = await use(context, (session) =>
      openDownload(session, request),
    );
    const length = sizeBytes === null ? {} : { "Content-Length": sizeBytes };
    const { outgoing } = context.env;
    outgoing.writeHead(200, { "Content-Type": mime, ...length });
    // A file that breaks off ends the connection, so that nobody takes it for whole.
    const sent = pipeline(body, outgoing).catch(() => {});
    sessions.hold(context.req.param("id"), sent);
    return RESPONSE_ALREADY_SENT;
  });
  app.get("/:id/state", async (context) => context.json(await use(context, readPageState)));
  app.post("/:id/more", async (context) => {
    const request = await readJson(context, MoreRequest);
    return context.json(await use(context, (session) => loadMore(session, request)));
  });
  app.get("/:id/observe", async (context) => context.json(await use(context, observe)));
  app.get("/:id/screenshot", async (context) => {
    const image = await use(context, ({ page }) => page.screenshot({ type: "png" }));
    return context.body(new Uint8Array(image), 200, { "Content-Type": "image/png" });
  });
  app.get("/:id/cookies", async (context) => {
    const cookies = await use(context, (session) => session.context.cookies());
    const answer: CookiesAnswer = { cookies: cookies.map((cookie) => Cookie.parse(cookie)) };
    return context.json(answer);
  });
  app.post("/:id/local_storage", async (context) => {
    const { names } = await readJson(context, LocalStorageRequest);
    const local_storage = await use(context, (session) => readLocalStorage(session, names));
    return context.json({ local_storage } satisfies LocalStorageAnswer);
  });
  app.delete("/:id", async (context) => {
    await sessions.close(context.req.param("id"));
    return context.body(null, 204);
  });
  return app;
}

/** Answers on a connection that stays open as long as the session, and ends the session with it. */
function tie(sessions: SessionStore, started: StartAnswer, outgoing: HttpBindings["outgoing"]) {
  const { session_id: id } = started;
  outgoing.writeHead(201, { "Content-Type": "application/json" });
  outgoing.write(`${JSON.stringify(started)}\n`);
  const heartbeat = setInterval(() => outgoing.write("\n"), heartbeatMs);
  outgoing.once("close", () => {
    clearInterval(heartbeat);
    void sessions.close(id);
  });
  sessions.onEnd(id, () => outgoing.end());
  // Gone while the session was opened: that it closed was said before anybody listened.
  if (outgoing.destroyed) void sessions.close(id);
}

function tooMuch(): never {
  throw new AppError("invalid_input", "The request is too large for the browser service.");
}

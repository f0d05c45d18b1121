import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { LetterStore } from "./letter-store.ts";
import { letterPage, listPage, missingPage, shownHtml } from "./pages.ts";

const asset = (name: string) => readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
const style = asset("style.css");
const renew = asset("renew.js");

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Nothing is loaded and nothing runs; a link opens in a window of its own, as if it stood in a mail program. */
const letterPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The pages of the mailbox, and the same as JSON. */
export function createApp(letters: LetterStore): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (!isOwnHost(context.req.header("host") ?? "")) {
      return context.text("Open the mailbox as mailbox.localhost.", 421);
    }
    await next();
    if (!context.res.headers.has("Content-Security-Policy")) {
      context.header("Content-Security-Policy", policy);
    }
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    return undefined;
  });
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/style.css", (context) => context.body(style, 200, { "content-type": "text/css" }));
  app.get("/renew.js", (context) =>
    context.body(renew, 200, { "content-type": "text/javascript" }),
  );
  app.get("/letters.json", (context) =>
    context.json({ data: letters.list(context.req.query("to")?.toLowerCase()) }),
  );
  app.get("/", (context) => context.html(listPage(letters.list())));
  app.get("/letters/:id", (context) => {
    const letter = letters.find(context.req.param("id"));
    return letter === undefined
      ? context.html(missingPage(), 404)
      : context.html(letterPage(letter));
  });
  app.get("/letters/:id/html", (context) => {
    const html = letters.find(context.req.param("id"))?.html;
    if (html === undefined || html === null) return context.html(missingPage(), 404);
    context.header("Content-Security-Policy", letterPolicy);
    return context.html(shownHtml(html));
  });
  app.notFound((context) => context.html(missingPage(), 404));
  return app;
}

/** No other site's name leads here (DNS rebinding). */
const isOwnHost = (header: string) =>
  /^(?:127\.0\.0\.1|localhost|(?:[\w-]+\.)+localhost)(?::\d+)?$/.test(header.toLowerCase());

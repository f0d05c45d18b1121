import { html } from "hono/html";
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { respond, respondNotFound } from "../http/respond.ts";
import { needSession, sessionOf } from "../http/session.ts";
import { formatCount, formatMoney } from "../pages/format.ts";
import { pager, readPage } from "../pages/pager.ts";
import { fanView } from "../pages/views.ts";
import type { Services } from "../services.ts";

const fansPerPage = 20;

/** The fans of whoever is signed in. */
export function fanRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/fans", needSession, (context) => {
    const accountId = sessionOf(context).account_id;
    const page = readPage(context.req.query("page"));
    const totals = services.fans.totals(accountId);
    const pages = Math.max(1, Math.ceil(totals.count / fansPerPage));
    if (page === null || page > pages) return respondNotFound(services, context);
    const fans = services.fans.page(accountId, { page, size: fansPerPage });
    return respond(
      services,
      context,
      "Fans",
      (skin) =>
        html`<section class="wide">
          <h1>Fans</h1>
          <p>${formatCount(totals.count)} fans have spent ${formatMoney(totals.spent_cents)}.</p>
          ${skin.fans(fans.map(fanView))} ${pager("/fans", page, pages)}
        </section>`,
    );
  });

  return app;
}

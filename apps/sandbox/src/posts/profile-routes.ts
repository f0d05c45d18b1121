import { html } from "hono/html";
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { respond, respondNotFound } from "../http/respond.ts";
import { needSession, sessionOf } from "../http/session.ts";
import type { Html } from "../pages/html.ts";
import { pager, readPage } from "../pages/pager.ts";
import type { Skin } from "../pages/skins/skin.ts";
import { figuresOfProfile, postView } from "../pages/views.ts";
import type { Services } from "../services.ts";
import { profileFigures } from "./figures.ts";

const postsPerPage = 20;

/** Profiles with their posts, and permalinks. */
export function profileRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { accounts, fans, posts, now } = services;

  app.get("/", needSession, (context) => context.redirect(`/@${sessionOf(context).username}`, 303));

  app.get("/:handle{@[A-Za-z0-9_.-]+}", needSession, (context) => {
    const account = accounts.find(context.req.param("handle").slice(1));
    const page = readPage(context.req.query("page"));
    if (!account || page === null) return respondNotFound(services, context);
    const asOwner = sessionOf(context).account_id === account.id;
    const shown = posts.page(account.id, { page, size: postsPerPage, asOwner });
    const pages = Math.max(1, Math.ceil(shown.total / postsPerPage));
    if (page > pages) return respondNotFound(services, context);

    const at = now();
    const spent = fans.totals(account.id).spent_cents;
    const figures = profileFigures(account, posts.potentials(account.id), spent, at);
    const content = (skin: Skin): Html =>
      html`<section class="profile">
          <div class="cover" aria-hidden="true"></div>
          <span class="avatar" aria-hidden="true">${account.name.slice(0, 1)}</span>
          <h1>${account.name}</h1>
          <p class="handle">@${account.username}</p>
          <p>${account.bio}</p>
          ${skin.figures(figuresOfProfile(figures, asOwner))}
        </section>
        ${
          shown.total === 0
            ? html`<p class="empty">No posts yet.</p>`
            : skin.posts(shown.posts.map((post) => postView(post, asOwner, at)))
        }
        ${pager(`/@${account.username}`, page, pages)}`;
    return respond(services, context, `${account.name} (@${account.username})`, content);
  });

  app.get("/posts/:id{[0-9]+}", needSession, (context) => {
    const post = posts.find(Number(context.req.param("id")));
    const isOwner = post?.account_id === sessionOf(context).account_id;
    if (!post || (post.visibility !== "public" && !isOwner)) {
      return respondNotFound(services, context);
    }
    const content = (skin: Skin): Html =>
      html`<section class="single">
        <h1>Post by <a href="/@${post.username}">@${post.username}</a></h1>
        ${skin.post(postView(post, isOwner, now()))}
      </section>`;
    return respond(services, context, `Post by @${post.username}`, content);
  });

  return app;
}

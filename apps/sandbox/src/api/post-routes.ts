import { AppError } from "@genie/errors";
import { Hono } from "hono";
import { z } from "zod";
import { readJson } from "../http/read-json.ts";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import { breakOff } from "../http/apply-faults.ts";
import { sessionOf } from "../http/session.ts";
import { readPage } from "../pages/pager.ts";
import { readComposeInput } from "../posts/compose-input.ts";
import { postFigures } from "../posts/figures.ts";
import type { Post } from "../posts/post-store.ts";
import { publishWithFaults } from "../posts/publish-with-faults.ts";
import type { Services } from "../services.ts";
import { needToken } from "./need-token.ts";

const pageSize = 50;

const NewPost = z.object({
  caption: z.string().default(""),
  visibility: z.enum(["public", "subscribers"]).default("public"),
  media: z.array(z.string()).default([]),
});

/**
 * The account's own posts, newest first, a new one, and one less. With an `Idempotency-Key` that the account used
 * before, `POST /posts` makes nothing new and answers with the first post again.
 */
export function postRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { files, posts, now } = services;

  app.get("/posts", needToken, (context) => {
    const page = readPage(context.req.query("page"));
    if (page === null) throw new AppError("invalid_input", "Pages are counted from 1.");
    const options = { page, size: pageSize, asOwner: true };
    const shownPage = posts.page(sessionOf(context).account_id, options);
    const pages = Math.max(1, Math.ceil(shownPage.total / pageSize));
    return context.json({
      posts: shownPage.posts.map(shown),
      total: shownPage.total,
      next_page: page < pages ? page + 1 : null,
    });
  });

  app.get("/posts/:id{[0-9]+}", needToken, (context) => context.json(shown(ownPost(context))));

  app.post("/posts", needToken, async (context) => {
    const { account_id, username } = sessionOf(context);
    const body = await readJson(context, NewPost);
    const media = body.media.map((hash) => {
      const file = files.byHash(hash);
      if (file) return file;
      throw new AppError("platform_rejected", "A file of the post was not uploaded before.");
    });
    const key = context.req.header("idempotency-key");
    const { caption, visibility, idempotencyKey, problems } = readComposeInput(
      { caption: body.caption, visibility: body.visibility, idempotency_key: key },
      media.length,
    );
    if (problems.length > 0) throw new AppError("platform_rejected", problems.join(" "));
    const outcome = await publishWithFaults(
      services,
      { id: account_id, username },
      { caption, visibility, media, idempotencyKey },
    );
    if (outcome.kind === "reset") return breakOff(context);
    if (outcome.kind === "error") {
      throw new AppError("internal", "Something went wrong on our side. Try again later.");
    }
    const post = posts.find(outcome.id);
    if (!post) throw new AppError("not_found", "There is no such post.");
    return context.json(shown(post), outcome.committed ? 201 : 200);
  });

  app.delete("/posts/:id{[0-9]+}", needToken, (context) => {
    const { id } = ownPost(context);
    posts.remove(id);
    return context.json({ id: String(id) });
  });

  return app;

  function ownPost(context: AppContext): Post {
    const post = posts.find(Number(context.req.param("id")));
    if (post?.account_id === sessionOf(context).account_id) return post;
    throw new AppError("not_found", "There is no such post.");
  }

  function shown(post: Post) {
    const { likes, comments, views, earnings_cents } = postFigures(post, now());
    return {
      id: String(post.id),
      path: `/posts/${post.id}`,
      caption: post.caption,
      visibility: post.visibility,
      tags: post.tags,
      published_at: new Date(post.published_at).toISOString(),
      likes,
      comments,
      views,
      earnings_cents,
      media: post.media.map(({ id, kind, extension, width, height }) => ({
        kind,
        path: `/media/${id}.${extension}`,
        width,
        height,
      })),
    };
  }
}

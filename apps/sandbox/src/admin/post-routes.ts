import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import type { Post } from "../posts/post-store.ts";
import type { Services } from "../services.ts";

/** What was published, how often twice, and how to take it down. */
export function postRoutes({ posts }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/posts", (context) => {
    const username = context.req.query("username") ?? null;
    const origin = context.req.query("origin") ?? null;
    const duplicates = posts.countDuplicates(username);
    return context.json({ posts: posts.list(username, origin).map(shown), duplicates });
  });

  app.delete("/posts/:id{[0-9]+}", (context) => {
    posts.remove(Number(context.req.param("id")));
    return context.json({});
  });

  app.get("/duplicates", (context) =>
    context.json({ total: posts.countDuplicates(context.req.query("username") ?? null) }),
  );

  return app;
}

function shown(post: Post) {
  return {
    id: String(post.id),
    username: post.username,
    permalink: `/posts/${post.id}`,
    caption: post.caption,
    visibility: post.visibility,
    tags: post.tags,
    origin: post.origin,
    published_at: post.published_at,
    idempotency_key: post.idempotency_key,
    duplicate_of: post.duplicate_of === null ? null : String(post.duplicate_of),
    media: post.media.map(({ id, kind, mime, hash, extension }) => ({
      href: `/media/${id}.${extension}`,
      kind,
      mime,
      sha256: hash,
    })),
  };
}

import { Hono } from "hono";
import { notFound } from "./api-error.ts";
import type { State } from "./state.ts";

/** The files of media, for everybody. */
export function fileRoutes(state: State): Hono {
  const app = new Hono();
  app.get("/system/media_attachments/files/:id", (context) => {
    const media = state.media.get(context.req.param("id"));
    if (media === undefined) throw notFound();
    return context.body(media.bytes, 200, { "content-type": media.mime });
  });
  return app;
}

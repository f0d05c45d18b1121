import { Hono } from "hono";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import type { Services } from "../services.ts";
import { parseByteRange } from "./byte-range.ts";
import type { StoredFile } from "./file-store.ts";
import { createSmallImage } from "./small-image.ts";

/** Photos and videos, for whoever is signed in; those of subscribers' posts for their author. */
export function mediaRoutes({ files, log }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/media/:name{[0-9]+(-small)?\\.[a-z0-9]+}", async (context) => {
    const session = context.var.session;
    if (!session) return context.text("Log in to see this.", 401);
    const [, id = "", small, extension] =
      /^(\d+)(-small)?\.(\w+)$/.exec(context.req.param("name")) ?? [];
    const file = files.byAttachment(Number(id));
    const isSeen = file?.visibility === "public" || file?.account_id === session.account_id;
    if (!file || !isSeen) return context.notFound();
    if (small) {
      if (extension !== "jpg" || file.has_small === 0) return context.notFound();
      return send(context, await readSmall(file), "image/jpeg", `"${file.hash}-small"`);
    }
    if (extension !== file.extension) return context.notFound();
    return send(context, await files.read(file), file.mime, `"${file.hash}"`);
  });

  return app;

  /** The small copy, made when it is first asked for. A picture that can't be made smaller is sent whole. */
  async function readSmall(file: StoredFile) {
    const small = files.smallPath(file.hash);
    try {
      if (!existsSync(small)) await createSmallImage(files.path(file), small);
      return await readFile(small);
    } catch (err) {
      log.warn({ err, hash: file.hash }, "no small copy");
      return files.read(file);
    }
  }
}

function send(
  context: AppContext,
  bytes: Buffer<ArrayBuffer>,
  mime: string,
  etag: string,
): Response {
  const headers = {
    "Content-Type": mime,
    "Cache-Control": "private, max-age=86400",
    "Accept-Ranges": "bytes",
    ETag: etag,
  };
  if (context.req.header("if-none-match") === etag) return context.body(null, 304, headers);
  const condition = context.req.header("if-range");
  const asked = condition === undefined || condition === etag ? context.req.header("range") : "";
  const range = parseByteRange(asked, bytes.length);
  if (range === null) return context.body(bytes, 200, headers);
  if (range === "unsatisfiable") {
    return context.body(null, 416, { ...headers, "Content-Range": `bytes */${bytes.length}` });
  }
  const { start, end } = range;
  const contentRange = `bytes ${start}-${end}/${bytes.length}`;
  return context.body(bytes.subarray(start, end + 1), 206, {
    ...headers,
    "Content-Range": contentRange,
  });
}

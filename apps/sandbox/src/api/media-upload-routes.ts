import { AppError } from "@genie/errors";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppEnv } from "../http/app-env.ts";
import { keepFiles } from "../posts/keep-files.ts";
import { formLimitBytes } from "../posts/media-limits.ts";
import type { Services } from "../services.ts";
import { needToken } from "./need-token.ts";

/** `POST /media` takes a file and gives the id by which a post names it. */
export function mediaUploadRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.post("/media", needToken, bodyLimit({ maxSize: formLimitBytes }), async (context) => {
    const { file } = await context.req.parseBody();
    if (!(file instanceof File)) throw new AppError("invalid_input", "Send one file as `file`.");
    const { media, problems } = await keepFiles(services, [file]);
    const [kept] = media;
    if (!kept) throw new AppError("platform_rejected", problems.join(" "));
    services.files.insert(kept);
    return context.json({ id: kept.hash, kind: kept.kind }, 201);
  });

  return app;
}

import { Hono } from "hono";
import { ApiError, invalid, notFound } from "../api-error.ts";
import { mediaEntity } from "../entities.ts";
import { sizeOf } from "../size-of.ts";
import { type Media, newId, type Settings, type State } from "../state.ts";
import { readBody } from "./read-body.ts";
import { signedIn } from "./signed-in.ts";

/** `methods/media`: uploads, which may take a while to be processed. */
export function mediaRoutes(state: State): Hono {
  const app = new Hono();
  app.post("/v2/media", async (context) => {
    const account = signedIn(state, context);
    const { file, description = null } = await readBody(context);
    if (!(file instanceof File)) throw invalid("File can't be blank");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mime = file.type;
    checkFile(state.settings, mime, bytes);
    const media: Media = {
      id: newId(),
      accountId: account.id,
      mime,
      bytes,
      description: describedBy(state.settings, description),
      processingFor: mime.startsWith("image/")
        ? state.settings.image_processing_for
        : state.settings.video_processing_for,
      statusId: null,
    };
    state.media.set(media.id, media);
    return context.json(mediaEntity(state, media), media.processingFor > 0 ? 202 : 200);
  });
  app.get("/v1/media/:id", (context) => {
    const media = requireOwn(state, signedIn(state, context).id, context.req.param("id"));
    const isReady = media.processingFor <= 0;
    const entity = mediaEntity(state, media);
    if (!isReady) media.processingFor -= 1;
    return context.json(entity, isReady ? 200 : 206);
  });
  app.put("/v1/media/:id", async (context) => {
    const media = requireOwn(state, signedIn(state, context).id, context.req.param("id"));
    const { description } = await readBody(context);
    if (description !== undefined) {
      media.description = describedBy(state.settings, description);
    }
    return context.json(mediaEntity(state, media));
  });
  return app;
}

function requireOwn(state: State, accountId: string, id: string): Media {
  const media = state.media.get(id);
  if (media?.accountId !== accountId || media.statusId !== null) throw notFound();
  return media;
}

function describedBy({ description_limit: most }: Settings, said: unknown): string | null {
  if (typeof said !== "string" || said === "") return null;
  if (Array.from(said).length <= most) return said;
  throw invalid(`Description is too long (maximum is ${most} characters)`);
}

function checkFile(settings: Settings, mime: string, bytes: Uint8Array): void {
  if (!settings.supported_mime_types.includes(mime)) {
    throw invalid("File content type is invalid", "File is invalid");
  }
  const most = mime.startsWith("image/") ? settings.image_size_limit : settings.video_size_limit;
  if (bytes.length > most) {
    throw invalid(`File file size must be less than ${Math.floor(most / (1024 * 1024))} MB`);
  }
  const size = sizeOf(bytes);
  if (size !== null && size.width * size.height > settings.image_matrix_limit) {
    throw new ApiError(422, `${size.width}x${size.height} images are not supported`);
  }
}

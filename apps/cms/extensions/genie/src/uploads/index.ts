import { z } from "zod";
import { isDirectusError } from "@directus/errors";
import { answering, readBody } from "../answering.ts";
import { callerOf } from "../caller.ts";
import { cutText } from "../cut-text.ts";
import type { Endpoint } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { requireWorker } from "../worker-only.ts";
import { receiveFile } from "./receive-file.ts";
import { replaceFile } from "./replace-file.ts";
import { diskFull, hasRoom } from "./room.ts";
import { sniffMedia } from "./sniff-media.ts";

const answered = ["id", "title", "type", "filesize", "width", "height", "filename_download"];

/**
 * `POST /uploads`: one picture or video as multipart/form-data. The bytes, not the caller, decide
 * its type; anything else is refused before it is stored. `PUT /uploads/<file>`: what is left of a file
 * without its metadata, from the worker.
 */
export const uploads: Endpoint = {
  id: "uploads",
  handler: (router, context) => {
    const { services, getSchema } = context;
    const { storageFolder, maxUploadBytes } = gateEnv(context.env);
    router.post(
      "/",
      answering(async (request) => {
        const { accountability = null } = request;
        const caller = callerOf(accountability);
        if (!accountability || caller === "stranger") {
          throw refusal("FORBIDDEN", "Sign in to upload files.");
        }
        const files = new services.FilesService({ schema: await getSchema(), accountability });
        // With the form around it, a little more than the file.
        const size = Number(request.headers["content-length"] ?? 0);
        const id = await receiveFile(request, async ({ stream, filename, fields }) => {
          const media = await sniffMedia(stream, filename, maxUploadBytes);
          const stored = files.uploadOne(media.stream, {
            title: cutText(fields["title"] ?? filename, 255),
            filename_download: media.filename,
            type: media.type,
            ...(caller === "worker" ? { owner: ownerOf(fields) } : {}),
          });
          return stored.catch(async (error: unknown) => {
            if (!isDirectusError(error, "SERVICE_UNAVAILABLE")) throw error;
            if (isDirectusError(media.stream.errored)) throw media.stream.errored;
            // Directus has taken away again what it stored, so this is the room that there was.
            throw (await hasRoom(storageFolder, size)) ? notNow(filename) : diskFull(filename);
          });
        });
        return files.readOne(id, { fields: answered });
      }),
    );
    router.put(
      "/:file",
      answering(async (request) => {
        requireWorker(request);
        const id = readBody(z.uuid(), request.params["file"]);
        return replaceFile(context, request, { id, maxUploadBytes });
      }),
    );
  },
};

function ownerOf({ owner }: Record<string, string>): string {
  if (owner) return owner;
  throw refusal("INVALID_PAYLOAD", "Send the owner, before the file. Nothing was saved.");
}

function notNow(filename: string): Error {
  return refusal(
    "SERVICE_UNAVAILABLE",
    `${filename} could not be stored just now. Nothing was saved; try again in a minute.`,
  );
}

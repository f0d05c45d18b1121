import { Busboy } from "@fastify/busboy";
import type { Request } from "express";
import type { Readable } from "node:stream";
import { refusal } from "../refusals.ts";

export type IncomingFile = { stream: Readable; filename: string; fields: Record<string, string> };

/**
 * Hands the one file of a multipart request to `store`; text fields must come before it. The stream
 * fails when the caller goes away; how long it may be is for `store` to say.
 */
export async function receiveFile<T>(
  request: Request,
  store: (file: IncomingFile) => Promise<T>,
): Promise<T> {
  const type = request.headers["content-type"];
  if (!type?.startsWith("multipart/form-data")) {
    throw refusal("INVALID_PAYLOAD", "Send the file as multipart/form-data.");
  }
  return new Promise<T>((resolve, reject) => {
    const fields: Record<string, string> = {};
    let stored: Promise<T> | undefined;
    const parser = new Busboy({
      headers: { ...request.headers, "content-type": type },
      limits: { files: 1, fields: 10, fieldSize: 2048 },
    });
    parser.on("field", (name, value) => {
      fields[name] = value;
    });
    parser.on("file", (_field, stream, filename) => {
      request.on("aborted", () => stream.destroy(new Error("The caller went away.")));
      stored = store({ stream, filename: filename || "upload", fields }).finally(() => {
        // Whoever looked at its beginning may have left it standing; the rest has to come, or no answer goes.
        stream.removeAllListeners("readable");
        stream.resume();
      });
      stored.catch(reject);
    });
    parser.on("error", reject);
    parser.on("finish", () => {
      if (stored) stored.then(resolve, reject);
      else reject(refusal("INVALID_PAYLOAD", "There was no file in the request."));
    });
    request.pipe(parser);
  });
}

import { isDirectusError } from "@directus/errors";
import type { Request, Response } from "express";
import type { Accountability, Context, GateRequest } from "../directus.ts";
import { diskOf } from "../directus-storage.ts";
import type { GateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { signatureBytes } from "../uploads/examine-head.ts";
import { diskFull, hasRoom } from "../uploads/room.ts";
import { discardUpload } from "./discard-upload.ts";
import { examineUpload, examineWhole } from "./examine-upload.ts";
import { type Finished, findFinished, noteFinished } from "./finished-uploads.ts";
import { firstMetadata } from "./first-metadata.ts";
import {
  answerByTus,
  finishByTus,
  type TusFinished,
  type TusRules,
  uploadUnknown,
} from "./open-tus-server.ts";
import { peek } from "./peek.ts";
import { findUpload, type UploadRow } from "./upload-row.ts";

export type Receiving = {
  request: GateRequest;
  response: Response;
  uploader: Accountability & { user: string };
  context: Context;
  env: Pick<GateEnv, "maxUploadBytes" | "storageFolder">;
};

// Far enough for the size of most pictures; what comes later is looked at when all of it is there.
const peekedBytes = 64 * 1024;

/** Takes the announcement of a file. Nothing of it is stored yet. */
export async function createUpload(receiving: Receiving): Promise<void> {
  const { request, uploader, env } = receiving;
  if (request.headers["content-type"] === tusBody) {
    throw refusal("INVALID_PAYLOAD", "Announce the upload first, then send it. Nothing was saved.");
  }
  await answer(receiving, {
    onCreate: async (upload) => {
      const limits = { owner: uploader.user, maxBytes: env.maxUploadBytes };
      const metadata = firstMetadata(upload, limits);
      if (await hasRoom(env.storageFolder, upload.size ?? 0)) return metadata;
      throw diskFull(metadata["title"] ?? "this file");
    },
  });
}

/** Takes the next part. The first one is looked at before anything of it is stored. */
export async function continueUpload(receiving: Receiving, id: string): Promise<void> {
  const { request, response, context, env } = receiving;
  const upload = await requireUpload(receiving, id);
  if (request.headers["content-type"] !== tusBody) {
    throw refusal("INVALID_PAYLOAD", `Send parts as ${tusBody}. Nothing of this one was saved.`);
  }
  const { offset } = upload.tus_data;
  if (offset === 0 && !(await hasGoodHead(receiving, upload))) return;
  await answer(receiving, {
    keepsWhole: true,
    onWhole: (_upload, finish) => finishWhole(receiving, id, finish),
    onWriteFailed: async (error) => {
      const room = await hasRoom(env.storageFolder, upload.tus_data.size - offset);
      if (room || response.destroyed) return error;
      await discardUpload(context, upload);
      return diskFull(upload.title);
    },
  });
}

/** Says how far an upload is, also when it is over. One that is whole but was never finished is finished now. */
export async function tellUpload(receiving: Receiving, id: string): Promise<void> {
  const { response, uploader, context } = receiving;
  let whole = await findFinished(context.database, id, uploader.user);
  if (whole === null) {
    const upload = await requireUpload(receiving, id);
    const { offset, size } = upload.tus_data;
    if (offset < size) return answer(receiving, {});
    const problem = await finishLate(receiving, upload).catch((error: unknown) => error);
    // Its last part may have ended it at this moment.
    whole = await findFinished(context.database, id, uploader.user);
    if (whole === null) throw problem ?? uploadUnknown();
  }
  response.writeHead(200, {
    "Tus-Resumable": "1.0.0",
    "Upload-Offset": whole.size,
    "Upload-Length": whole.size,
    "Cache-Control": "no-store",
    ...describe(whole),
  });
  response.end();
}

/** Ends an upload that its sender no longer wants; what was stored of it is gone. */
export async function endUpload(receiving: Receiving, id: string): Promise<void> {
  await requireUpload(receiving, id);
  await answer(receiving, {});
}

const tusBody = "application/offset+octet-stream";

async function requireUpload({ context, uploader }: Receiving, id: string): Promise<UploadRow> {
  const upload = await findUpload(context.database, id, uploader.user);
  if (upload === null) throw uploadUnknown();
  return upload;
}

/** Looks at an upload of which all bytes are there, and makes it a file. Only what is refused is thrown away. */
async function finishWhole(
  receiving: Receiving,
  id: string,
  finish: () => Promise<TusFinished>,
): Promise<TusFinished> {
  const { context, env } = receiving;
  const whole = await requireUpload(receiving, id);
  const { type } = await examineWhole(context.database, whole, env.maxUploadBytes).catch(
    async (error: unknown) => {
      if (isDirectusError(error, "INVALID_PAYLOAD")) await discardUpload(context, whole);
      throw error;
    },
  );
  // First, so that it is known from the moment on in which the upload is not.
  await noteFinished(context.database, id, whole.id);
  const { headers } = await finish();
  // Directus notes the moment of what comes in one piece alone.
  await context
    .database("directus_files")
    .where("id", whole.id)
    .update({ uploaded_on: context.database.raw("clock_timestamp()") });
  return { headers: { ...headers, ...describe({ fileId: whole.id, type }) } };
}

/** What the last part could not do, because something failed or the process ended. */
async function finishLate(receiving: Receiving, upload: UploadRow): Promise<void> {
  const { uploader, context } = receiving;
  const { tus_id: id, filename_disk: path, storage, tus_data: data } = upload;
  const schema = await context.getSchema();
  const tusUpload = { id, ...(data.metadata && { metadata: data.metadata }) };
  try {
    await finishByTus({ schema, accountability: uploader }, tusUpload, async (_upload, finish) => {
      const disk = await diskOf(storage);
      if (!(await disk.exists(path))) await disk.finishChunkedUpload(path, data);
      return finishWhole(receiving, id, finish);
    });
  } catch (error) {
    if (isDirectusError(error) && error.status < 500) throw error;
    context.logger.warn({ err: error, fileId: upload.id }, "an upload could not be finished");
    throw refusal(
      "LOCKED",
      "All of this upload is there, but it could not be stored just now. Nothing is lost; ask again in a minute.",
    );
  }
}

/** False when the sender is gone. */
async function hasGoodHead(
  { request, context, env }: Receiving,
  upload: UploadRow,
): Promise<boolean> {
  const { size } = upload.tus_data;
  const length = Number(request.headers["content-length"]);
  if (!(length >= Math.min(signatureBytes, size))) {
    throw refusal(
      "INVALID_PAYLOAD",
      `The first part has to have ${signatureBytes} bytes at least, and say how many it has. Nothing of it was saved.`,
    );
  }
  const head = await peek(request, Math.min(peekedBytes, length, size));
  if (head === null) return false;
  try {
    await examineUpload(upload, head, env.maxUploadBytes);
    return true;
  } catch (error) {
    await discardUpload(context, upload);
    throw error;
  }
}

async function answer(receiving: Receiving, rules: TusRules): Promise<void> {
  const { request, response, uploader, context } = receiving;
  const schema = await context.getSchema();
  await answerByTus(request as Request, response, { schema, accountability: uploader }, rules);
}

const describe = ({ fileId, type }: Pick<Finished, "fileId" | "type">) => ({
  "Directus-File-Id": fileId,
  "Genie-File-Type": type,
});

import type { Request, Response } from "express";
import type { Accountability, Context, GateRequest } from "../directus.ts";
import type { GateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { signatureBytes } from "../uploads/examine-head.ts";
import { diskFull, hasRoom } from "../uploads/room.ts";
import { discardUpload } from "./discard-upload.ts";
import { examineUpload, examineWhole } from "./examine-upload.ts";
import { type Finished, findFinished, noteFinished } from "./finished-uploads.ts";
import { firstMetadata } from "./first-metadata.ts";
import { answerByTus, type TusRules, uploadUnknown } from "./open-tus-server.ts";
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
    onWhole: async (_upload, finish) => {
      const whole = await requireUpload(receiving, id);
      try {
        const { type } = await examineWhole(context.database, whole, env.maxUploadBytes);
        // First, so that it is known from the moment on in which the upload is not.
        await noteFinished(context.database, id, upload.id);
        const { headers } = await finish();
        return { headers: { ...headers, ...describe({ fileId: upload.id, type }) } };
      } catch (error) {
        await discardUpload(context, whole);
        throw error;
      }
    },
    onWriteFailed: async (error) => {
      const room = await hasRoom(env.storageFolder, upload.tus_data.size - offset);
      if (room || response.destroyed) return error;
      await discardUpload(context, upload);
      return diskFull(upload.title);
    },
  });
}

/** Says how far an upload is, also when it is over. */
export async function tellUpload(receiving: Receiving, id: string): Promise<void> {
  const { response, uploader, context } = receiving;
  const whole = await findFinished(context.database, id, uploader.user);
  if (whole === null) {
    await requireUpload(receiving, id);
    return answer(receiving, {});
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

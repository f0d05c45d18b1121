import { Readable } from "node:stream";
import type { StepTools } from "@genie/actions";
import { gateEnv } from "../../gate-env.ts";
import { sniffMedia } from "../../uploads/sniff-media.ts";
import type { Run } from "./create-step-tools.ts";

type File = Parameters<StepTools["saveFile"]>[0];

/** Keeps a file of hers, by the rules that uploads have. Answers its id. */
export async function saveFile(
  { context, accountability }: Run,
  { title, type, bytes }: File,
): Promise<string> {
  const files = new context.services.FilesService({
    schema: await context.getSchema(),
    accountability,
  });
  const media = await sniffMedia(
    Readable.from([Buffer.from(bytes)]),
    `${title}.${type.split("/")[1]}`,
    gateEnv(context.env).maxUploadBytes,
  );
  return files.uploadOne(media.stream, {
    title,
    filename_download: media.filename,
    type: media.type,
  });
}

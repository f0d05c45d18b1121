import { openAsBlob } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError, messageForPeople } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { MediaFacts, MediaRun, MediaTools } from "@genie/media";
import type { PreparedReport, RenditionSize } from "@genie/schema";
import { downloadFile } from "../media/download-file.ts";
import { inWorkFolder } from "../media/in-work-folder.ts";
import type { PreparationRecords } from "../media/preparation-records.ts";
import { isFinal } from "./work-on-job.ts";

type PrepareServices = {
  files: PreparationRecords;
  tools: MediaTools;
  /** Where files lie while they are worked on. */
  folder: string;
};

/**
 * Makes a stored file ready: takes out what cameras and programs have written beside the picture, and makes
 * its small pictures. What can't be prepared says so in a sentence, and whether its metadata is gone in spite of
 * that; what could not be reached or had no room is tried again, later by the sweep.
 */
export function prepareFileHandler({
  files,
  tools,
  folder,
}: PrepareServices): Handlers["prepare-file"] {
  return async ({ payload: { fileId }, signal, lastAttempt, delayUntil }) => {
    if ((await files.read(fileId)) === null) return;
    let isClean = false;
    try {
      const report = await inWorkFolder(folder, async (own) => {
        const input = join(own, "input");
        await downloadFile(() => files.open(fileId), input, signal);
        const work = { fileId, input, folder: own, run: { signal } };
        const facts = await takeOutMetadata({ files, tools }, work);
        isClean = true;
        return makeRenditions({ files, tools }, work, facts);
      });
      await files.report(fileId, report);
    } catch (error) {
      if (signal.aborted) delayUntil(new Date());
      // Deleted or prepared meanwhile.
      if ((await files.read(fileId)) === null) return;
      const isItsFault = !(error instanceof AppError && error.code === "upstream_unavailable");
      if (!isFinal(error) && !(lastAttempt && isItsFault)) throw error;
      await files.report(fileId, { problem: messageForPeople(error), is_clean: isClean });
    }
  };
}

type Work = {
  fileId: string;
  input: string;
  /** For what is made of it. */
  folder: string;
  run: MediaRun;
};

async function takeOutMetadata(
  { files, tools }: Pick<PrepareServices, "files" | "tools">,
  { fileId, input, folder, run }: Work,
): Promise<MediaFacts> {
  const facts = await tools.inspect(input, run);
  if (facts.metadata.length > 0) {
    const left = await tools.strip(input, join(folder, "stripped"), run);
    const bytes = await openAsBlob(left.path, { type: left.mime });
    await files.replace(fileId, { bytes, removed: facts.metadata });
  }
  return facts;
}

async function makeRenditions(
  { files, tools }: Pick<PrepareServices, "files" | "tools">,
  { fileId, input, folder, run }: Work,
  { width, height, durationS }: MediaFacts,
): Promise<PreparedReport> {
  const small = join(folder, "small");
  await mkdir(small);
  const made = await tools.renditions(input, small, run);
  for (const [size, path] of Object.entries(made.files) as [RenditionSize, string][]) {
    await files.keep(fileId, size, await openAsBlob(path, { type: "image/webp" }));
  }
  return {
    width,
    height,
    duration_s: durationS,
    placeholder: made.placeholder,
    perceptual_hash: made.perceptualHash,
  };
}

import { openAsBlob } from "node:fs";
import { join, parse } from "node:path";
import type { WorkerJob } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { JobRun } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import type { MadeFile, MediaRun, MediaTools } from "@genie/media";
import { mediaKindOf } from "@genie/platforms";
import type { JobDone, JobRecords } from "../jobs/job-records.ts";
import { workOnJob } from "../jobs/work-on-job.ts";
import { deleteUnused, deletingOnFailure } from "../library/keep-files.ts";
import type { LibraryRecords } from "../library/library-records.ts";
import { downloadFile } from "./download-file.ts";
import { inWorkFolder } from "./in-work-folder.ts";
import { type MediaSource, requireSource } from "./media-source.ts";
import { watchJob } from "./watch-job.ts";

export type CopyServices = {
  jobs: JobRecords;
  library: LibraryRecords;
  tools: MediaTools;
  /** Where files lie while they are worked on. */
  folder: string;
  log: Logger;
};

export type Making = {
  job: WorkerJob;
  source: MediaSource;
  /** The file to work on. */
  input: string;
  /** Without extension. */
  output: string;
  run: MediaRun;
  /** Has another stored file beside it, and answers where. */
  fetch: (fileId: string) => Promise<string>;
};

/** What part of the whole is the work itself, per cent. */
const share = { from: 10, to: 85 };

/**
 * Makes another file of a job's entry, as an entry of its own that knows where it is from. A job makes one,
 * however often it is begun: what an earlier try has stored is used, and what one that is over has left is
 * deleted. When it is called off, fails or the worker stops, nothing of it stays.
 */
export function makeCopy(
  services: CopyServices,
  run: JobRun<{ jobId: string }>,
  /** What its file's name begins with. */
  named: string,
  make: (making: Making) => Promise<MadeFile>,
): Promise<void> {
  const { jobs, library, log, folder } = services;
  return workOnJob(
    services,
    run,
    async (job) => {
      const made = await library.findMadeBy(job.id);
      if (made !== null) return doneWith(made);
      const source = await requireSource(library, job.inputMediaId);
      const leftOver = await findLeftOver(library, job);
      if (leftOver !== undefined) return addEntry(services, job, source, { fileId: leftOver });
      const watched = watchJob(jobs, job.id, run.signal);
      try {
        return await inWorkFolder(folder, async (own) => {
          const input = join(own, "input");
          const load = (fileId: string, path: string) =>
            downloadFile(() => library.openFile(fileId), path, watched.signal);
          await load(source.file.id, input);
          watched.note(share.from);
          const file = await make({
            job,
            source,
            input,
            output: join(own, "output"),
            run: {
              signal: watched.signal,
              progress: (part) => watched.note(share.from + part * (share.to - share.from)),
            },
            fetch: async (fileId) => {
              await load(fileId, join(own, "mark"));
              return join(own, "mark");
            },
          });
          watched.note(share.to);
          watched.signal.throwIfAborted();
          const fileId = await library.upload({
            ownerId: source.ownerId,
            name: `${named}-${parse(source.file.name).name}.${file.extension}`,
            title: titleOf(job),
            bytes: await openAsBlob(file.path, { type: file.mime }),
          });
          return addEntry(services, job, source, { fileId, file });
        });
      } finally {
        watched.stop();
      }
    },
    async (job) => {
      const leftOver = job.status === "completed" ? undefined : await findLeftOver(library, job);
      if (leftOver !== undefined) await deleteUnused({ library, log }, [leftOver]);
    },
  );
}

const titleOf = ({ id, type }: WorkerJob) => `${type} ${id}`;

async function findLeftOver(
  { findUnused }: LibraryRecords,
  job: WorkerJob,
): Promise<string | undefined> {
  return (await findUnused(job.ownerId, [titleOf(job)])).get(titleOf(job));
}

/** A file that is stored is one that an earlier try has made; what it measures is found when it is prepared. */
async function addEntry(
  services: CopyServices,
  job: WorkerJob,
  source: MediaSource,
  { fileId, file }: { fileId: string; file?: MadeFile },
): Promise<JobDone> {
  const { library } = services;
  const { width = null, height = null, durationS = null } = file ?? {};
  const added = await deletingOnFailure(services, [fileId], async () => {
    const made = await library.add({
      ownerId: source.ownerId,
      profileId: source.profileId,
      source: "derived",
      derivedFrom: source.id,
      madeBy: job.id,
      mediaType: mediaKindOf(file?.mime ?? source.file.mime) ?? "image",
      fileIds: [fileId],
      caption: source.caption,
      altText: source.altText,
      tags: source.tags,
      width,
      height,
      durationS,
    });
    if (made !== "exists") return made.id;
    // Another try was faster, or it was called off.
    const other = await library.findMadeBy(job.id);
    if (other === null) throw new AppError("conflict", "This work was called off.");
    await deleteUnused(services, [fileId]);
    return other;
  });
  return doneWith(added, file);
}

function doneWith(mediaId: string, file?: MadeFile): JobDone {
  const { width, height } = file ?? {};
  return {
    result: { media_id: mediaId, ...(file && { width, height }) },
    outputMediaId: mediaId,
  };
}

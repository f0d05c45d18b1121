import { readdirSync } from "node:fs";
import { createDirectusClient } from "@genie/directus-client";
import { messageForPeople } from "@genie/errors";
import type { JobRun } from "@genie/jobs";
import { createLogger } from "@genie/logger";
import { z } from "zod";
import { jobRecords } from "../jobs/job-records.ts";
import { prepareFileHandler } from "../jobs/prepare-file.ts";
import { watermarkHandler } from "../jobs/watermark.ts";
import { libraryRecords } from "../library/library-records.ts";
import { openWorkshop } from "../media/open-workshop.ts";
import { preparationRecords } from "../media/preparation-records.ts";

const {
  DIRECTUS_URL: url,
  WORKER_TOKEN: token,
  ...env
} = z
  .object({
    DIRECTUS_URL: z.url(),
    WORKER_TOKEN: z.string(),
    WORKER_DATA_DIR: z.string(),
    FFMPEG_PATH: z.string(),
  })
  // A program of its own, with what the test hands it.
  // oxlint-disable-next-line node/no-process-env
  .parse(process.env);
const [kind = "", id = ""] = process.argv.slice(2);

/** Does one job as the worker does, once, in WORKER_DATA_DIR; says how it ended and what it left there. */
const client = createDirectusClient({ url, token });
const { tools, folder } = await openWorkshop(env);
const run = {
  attempt: 1,
  lastAttempt: false,
  signal: new AbortController().signal,
  delayUntil: () => {
    throw new Error("put off");
  },
} satisfies Omit<JobRun<unknown>, "payload">;

const work = {
  "prepare-file": () =>
    prepareFileHandler({ files: preparationRecords(client), tools, folder })({
      ...run,
      payload: { fileId: id },
    }),
  watermark: () =>
    watermarkHandler({
      jobs: jobRecords(client),
      library: libraryRecords(client),
      tools,
      folder,
      log: createLogger({ service: "worker", level: "fatal" }),
    })({ ...run, payload: { jobId: id } }),
};

const error = await work[kind as keyof typeof work]().then(
  () => null,
  (thrown: unknown) => messageForPeople(thrown),
);
tools.close();
process.stdout.write(JSON.stringify({ error, left: readdirSync(folder) }));

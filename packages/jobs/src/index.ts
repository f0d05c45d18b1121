export { defineJob, type JobDefinition, type QueueName } from "./define-job.ts";
export { type JobType, jobTypes } from "./job-types.ts";
export { classifyLibrary } from "./classify-library.ts";
export { compress } from "./compress.ts";
export { liveLogin } from "./live-login.ts";
export { migrateQueues } from "./migrate-queues.ts";
export { openQueues, type Queues, type ScrapeSchedule } from "./open-queues.ts";
export {
  type Handlers,
  type JobRun,
  openWorkers,
  type RunResult,
  type Workers,
} from "./open-workers.ts";
export { prepareFile } from "./prepare-file.ts";
export { publishPost, publishQueue } from "./publish-post.ts";
export type { QueueFigures } from "./queue-figures.ts";
export { queueTrouble, type QueueTrouble } from "./queue-trouble.ts";
export { queueConnection, type QueueConnection } from "./queue-connection.ts";
export { scrapeProfile } from "./scrape-profile.ts";
export { startScrape } from "./start-scrape.ts";
export { watermark } from "./watermark.ts";

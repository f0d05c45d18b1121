export { defineJob, type JobDefinition, type QueueName } from "./define-job.ts";
export { publishPost } from "./publish-post.ts";
export { scrapeProfile } from "./scrape-profile.ts";
export { startScrape } from "./start-scrape.ts";
export { watermark, WatermarkOptions } from "./watermark.ts";

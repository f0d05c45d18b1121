import { setTimeout as wait } from "node:timers/promises";
import { createScrapeJob } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Account, PublishingStack } from "./publishing-stack.ts";

export type ScrapeRow = {
  status: "active" | "completed" | "failed" | "queued";
  progress: number;
  error: string | null;
  result: Record<string, number> | null;
  /** From when the worker last took it to its end. */
  seconds: number;
};

/** Asks for a scrape of an account and gives the id of the job. */
export function orderScrape({ creator, profileId }: Account): Promise<string> {
  return createScrapeJob(creator, profileId);
}

/** How a job stands, past the gate, so that looking costs Directus nothing. */
export async function readScrape({ database }: PublishingStack, id: string): Promise<ScrapeRow> {
  const { rows } = await database.query<ScrapeRow>(
    `select status, progress, error, result,
            extract(epoch from completed_at - started_at)::float8 as seconds
     from media_jobs where id = $1`,
    [id],
  );
  const [row] = rows;
  if (row !== undefined) return row;
  throw new AppError("internal", "The job is gone.");
}

/** Waits for the end of a job. Throws when it fails or takes longer. */
export async function endOfScrape(
  stack: PublishingStack,
  id: string,
  { withinMs, signal }: { withinMs: number; signal: AbortSignal },
): Promise<ScrapeRow> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    signal.throwIfAborted();
    const row = await readScrape(stack, id);
    if (row.status === "completed") return row;
    if (row.status === "failed") {
      throw new AppError("internal", `The scrape has failed: ${row.error}`);
    }
    await wait(500);
  }
  throw new AppError("internal", "The scrape did not end in time.");
}

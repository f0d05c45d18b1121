import type { PreparedPost } from "@genie/platforms";
import type { PublishOutcome } from "@genie/schema";
import { outcomeOfSending } from "./outcomes.ts";

/** What can't be told apart in time is unknown, and is looked up. */
export async function sendPrepared(
  prepared: PreparedPost,
  withinMs: number,
  tries: number,
): Promise<PublishOutcome> {
  const late = Promise.withResolvers<PublishOutcome>();
  const timer = setTimeout(() => late.resolve(unknown), withinMs);
  try {
    return await Promise.race([outcomeOf(prepared, tries), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function outcomeOf(prepared: PreparedPost, tries: number): Promise<PublishOutcome> {
  try {
    return outcomeOfSending(await prepared.send(), tries);
  } catch {
    return unknown;
  }
}

const unknown = {
  kind: "unknown",
  sentence: "The platform did not answer, so the post may be there. We look before anything else.",
} as const;

import type { Job } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import type { Messages } from "#messages/messages.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** What a job does, and to what. */
export function describeJob(
  job: Pick<Job, "account" | "input" | "kind">,
  platforms: readonly Pick<Platform, "id" | "name">[],
  { jobs: text }: Pick<Messages, "jobs">,
): string {
  const isAboutAccount = [
    "scrape_profile",
    "publish_post",
    "verify_platform",
    "delete_post",
  ].includes(job.kind);
  const subject = isAboutAccount
    ? accountName(job.account, platforms, text)
    : mediaName(job.input, text);
  return text.kinds[job.kind](subject);
}

/** Rounded, so that it does not promise more than it knows. */
export function describeTimeLeft(ms: number, { jobs: text }: Pick<Messages, "jobs">): string {
  if (ms < 1.5 * secondMs) return text.seconds(1);
  if (ms < 10 * secondMs) return text.seconds(Math.round(ms / secondMs));
  if (ms < 50 * secondMs) return text.seconds(5 * Math.ceil(ms / (5 * secondMs)));
  if (ms < 50 * minuteMs) return text.minutes(Math.max(1, Math.round(ms / minuteMs)));
  return text.hours(Math.max(1, Math.round(ms / hourMs)));
}

function accountName(
  account: Job["account"],
  platforms: readonly Pick<Platform, "id" | "name">[],
  text: Messages["jobs"],
): string {
  if (account === null) return text.goneAccount;
  const platform = platforms.find(({ id }) => id === account.platform);
  return text.account(platform?.name ?? account.platform, account.username);
}

function mediaName(input: Job["input"], text: Messages["jobs"]): string {
  if (input === null) return text.goneMedia;
  const [first = ""] = input.caption.split("\n");
  return first === "" ? text.media : text.caption(first);
}

import type { Post } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import type { PostState } from "@genie/schema";
import type { Messages } from "#messages/messages.ts";
import { dayAndTime, describeAhead } from "./describe-time.ts";

export type Tone = "accent" | "danger" | "good" | "neutral" | "warn";

type Surroundings = { platform: Pick<Platform, "guarantee" | "name">; now: Date; zone: string };

const tones: Record<PostState, Tone> = {
  draft: "neutral",
  pending: "neutral",
  publishing: "accent",
  unconfirmed: "warn",
  published: "good",
  failed: "danger",
  missed: "danger",
  cancelled: "neutral",
};

/** The states that a person has to know of, because a post is not where she put it. */
export const troubledStates = ["failed", "missed", "unconfirmed"] as const satisfies PostState[];

/** Whether she has to know of it. */
export function isTroubled({ status }: Pick<Post, "status">): boolean {
  return troubledStates.some((state) => state === status);
}

export function toneOf(status: PostState): Tone {
  return tones[status];
}

type Told = Pick<Post, "problem" | "publishedAt" | "retryAt" | "scheduledFor" | "status">;
type Words = Messages["posts"];

/** What has become of a post, as a sentence without its full stop. */
export function describePost(
  post: Told,
  surroundings: Surroundings,
  { posts: text }: Messages,
): string {
  return sentences[post.status](post, surroundings, text);
}

const sentences: Record<PostState, (post: Told, around: Surroundings, text: Words) => string> = {
  draft: (_post, _around, text) => text.draft,
  pending: describePending,
  publishing: describePublishing,
  unconfirmed: (_post, { platform }, text) =>
    platform.guarantee === "blind" ? text.unknown(platform.name) : text.checking(platform.name),
  published: ({ publishedAt }, { now, zone }, text) =>
    publishedAt === null
      ? text.states.published
      : text.published(dayAndTime(new Date(publishedAt), now, zone)),
  failed: ({ problem }, _around, text) =>
    text.failed(withoutStop(problem ?? text.failedUnexplained)),
  missed: ({ problem }, _around, text) =>
    text.missed(withoutStop(problem ?? text.missedUnexplained)),
  cancelled: (_post, _around, text) => text.cancelled,
};

function describePending(
  { scheduledFor, retryAt }: Told,
  { platform, now, zone }: Surroundings,
  text: Words,
): string {
  const retry = retryAt === null ? null : new Date(retryAt);
  if (retry !== null && retry > now) {
    return text.waiting(platform.name, dayAndTime(retry, now, zone));
  }
  const due = scheduledFor === null ? null : new Date(scheduledFor);
  return due === null || due <= now ? text.goingOut : text.goesOut(describeAhead(due, now, zone));
}

/** It is taken up before its time, to sign in and to upload. */
function describePublishing({ scheduledFor }: Told, { now, zone }: Surroundings, text: Words) {
  const due = scheduledFor === null ? null : new Date(scheduledFor);
  return due === null || due <= now ? text.goingOut : text.preparing(describeAhead(due, now, zone));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

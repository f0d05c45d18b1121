import type { Post } from "@genie/directus-client";
import { type Hold, holdName } from "#features/pauses/holds.ts";
import type { Messages } from "#messages/messages.ts";
import { dayAndTime, describeAhead } from "./describe-time.ts";
import { fateOf, type PostFate } from "./post-fate.ts";

type Surroundings = {
  platformName: string;
  now: Date;
  zone: string;
  /** What keeps it back, now or once it is due. */
  hold: Hold | null;
};

type Told = Pick<
  Post,
  | "askedAt"
  | "leftAt"
  | "problem"
  | "publishedAt"
  | "removedAt"
  | "retryAt"
  | "scheduledFor"
  | "status"
  | "takenDownAt"
>;

type Said = Pick<Messages, "pauses" | "posts">;

/** What has become of a post, as a sentence without its full stop. */
export function describePost(post: Told, surroundings: Surroundings, messages: Said): string {
  const { hold, now } = surroundings;
  return sentences[fateOf(post, { isHeld: hold !== null, now })](post, surroundings, messages);
}

const sentences: Record<PostFate, (post: Told, around: Surroundings, all: Said) => string> = {
  draft: (_post, _around, { posts }) => posts.draft,
  pending: describePending,
  held: (_post, around, all) => all.posts.held(describeHold(around, all)),
  held_ahead: (_post, around, all) => all.posts.heldAhead(describeHold(around, all)),
  publishing: describePublishing,
  looked_up: (_post, { platformName }, { posts }) => posts.checking(platformName),
  unconfirmed: (_post, { platformName }, { posts }) => posts.unknown(platformName),
  left: (_post, { platformName }, { posts }) => posts.left(platformName),
  published: ({ publishedAt }, { now, zone }, { posts }) =>
    publishedAt === null
      ? posts.states.published
      : posts.published(dayAndTime(new Date(publishedAt), now, zone)),
  removed: ({ removedAt }, { platformName, now, zone }, { posts }) =>
    posts.removed(platformName, dayAndTime(new Date(removedAt ?? now), now, zone)),
  taken_down: (_post, { platformName }, { posts }) => posts.takenDown(platformName),
  failed: ({ problem }, _around, { posts }) =>
    posts.failed(withoutStop(problem ?? posts.failedUnexplained)),
  missed: ({ problem }, _around, { posts }) =>
    posts.missed(withoutStop(problem ?? posts.missedUnexplained)),
  cancelled: (_post, _around, { posts }) => posts.cancelled,
};

function describePending(
  { scheduledFor, retryAt, problem }: Told,
  { platformName, now, zone }: Surroundings,
  { posts }: Pick<Messages, "posts">,
): string {
  const retry = retryAt === null ? null : new Date(retryAt);
  if (retry !== null && retry > now) {
    const when = dayAndTime(retry, now, zone);
    return problem === null
      ? posts.waiting(platformName, when)
      : posts.nextTry(when, withoutStop(problem));
  }
  const due = scheduledFor === null ? null : new Date(scheduledFor);
  if (due !== null && due > now) return posts.goesOut(describeAhead(due, now, zone));
  return problem === null ? posts.goingOut : posts.waits(withoutStop(problem));
}

function describeHold(
  { platformName, hold }: Surroundings,
  { pauses }: Pick<Messages, "pauses">,
): string {
  return hold === null ? pauses.named.all : holdName(hold, platformName, pauses);
}

/** It is taken up before its time, to sign in and to upload. */
function describePublishing(
  { scheduledFor }: Told,
  { now, zone }: Surroundings,
  { posts }: Pick<Messages, "posts">,
): string {
  const due = scheduledFor === null ? null : new Date(scheduledFor);
  return due === null || due <= now
    ? posts.goingOut
    : posts.preparing(describeAhead(due, now, zone));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

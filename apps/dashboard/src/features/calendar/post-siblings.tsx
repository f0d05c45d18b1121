"use client";

import type { Post } from "@genie/directus-client";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { cn } from "#components/ui/cn.ts";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { toneOf } from "./post-fate.ts";
import { StateIcon, toneText } from "./state-icon.tsx";
import { useDescribePost } from "./use-describe-post.ts";
import { usePostClock } from "./use-post-clock.ts";
import { usePostGroup } from "./use-posts.ts";

/** The posts that were written as one with it: what became of each, and where it is. */
export function PostSiblings({ post, groupId }: { post: Post; groupId: string }) {
  const { post: text } = useMessages(calendarMessages).calendar;
  const group = usePostGroup(groupId);
  const siblings = (group.data ?? []).filter(({ id }) => id !== post.id);
  if (group.data === undefined) {
    return <LoadProblem what={text.siblingsFailed} of={[group]} />;
  }
  if (siblings.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-2 border-t border-line pt-4">
      <h3 className="text-ink-soft">{text.alsoOn}</h3>
      <ul className="grid grid-cols-1 gap-3">
        {siblings.map((sibling) => (
          <Sibling key={sibling.id} post={sibling} />
        ))}
      </ul>
    </section>
  );
}

function Sibling({ post }: { post: Post }) {
  const { post: text } = useMessages(calendarMessages).calendar;
  const now = usePostClock([post]);
  const { platformName, fate, sentence } = useDescribePost()(post, now);
  return (
    <li className="flex items-start gap-2">
      <PlatformMark name={platformName} />
      <div className="grid min-w-0 grow gap-0.5">
        <AddressLink
          to={{ post: post.id }}
          aria-label={text.showSibling(platformName, post.account.username)}
          className="justify-self-start wrap-anywhere underline-offset-4 hover:underline"
        >
          {platformName}, <span data-sensitive>@{post.account.username}</span>
        </AddressLink>
        <p className={cn("flex items-start gap-1.5", toneText[toneOf(fate)])}>
          <StateIcon fate={fate} className="mt-0.5 size-4" />
          <span className="min-w-0 wrap-anywhere">{sentence}</span>
        </p>
        {post.permalink !== null && post.removedAt === null && (
          <OutsideLink href={post.permalink}>{text.permalink(platformName)}</OutsideLink>
        )}
      </div>
    </li>
  );
}

"use client";

import type { Post } from "@genie/directus-client";
import { ExternalLink } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { DeleteThere } from "./delete-there.tsx";
import { isOpenToChange } from "./is-movable.ts";
import { useCancelPost } from "./use-cancel-post.ts";

type PostActionsProps = { post: Post; platformName: string; onCancelled: () => void };

/** What she can do about a post in its state. */
export function PostActions({ post, platformName, onCancelled }: PostActionsProps) {
  const { calendar } = useMessages(calendarMessages);
  const { post: text } = calendar;
  const sentence = useSentence();
  const { cancel, restore } = useCancelPost();
  const isOver = post.status === "failed" || post.status === "missed";
  const canEdit = isOpenToChange(post.status);
  const platform = usePlatforms().find(({ id }) => id === post.account.platform);
  const isDeletable =
    platform?.deletesPosts === true &&
    post.status === "published" &&
    post.platformPostId !== null &&
    post.removedAt === null &&
    post.takenDownAt === null;
  return (
    <div className="grid grid-cols-1 gap-3">
      {cancel.error !== null && <Notice>{sentence(cancel.error)}</Notice>}
      {post.status === "publishing" && <p className="text-ink-soft">{text.nearlyOut}</p>}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {canEdit && (
          <ButtonLink>
            <AddressLink to={{ compose: post.id, post: null }}>
              {isOver ? text.planAgain : text.edit}
            </AddressLink>
          </ButtonLink>
        )}
        {canEdit && (
          <Button
            variant="danger"
            busy={cancel.isPending}
            onClick={() => cancel.mutate(post, { onSuccess: onCancelled })}
          >
            {post.status === "draft" ? text.discard : isOver ? text.dismiss : text.cancel}
          </Button>
        )}
        {post.status === "cancelled" && (
          <Button busy={restore.isPending} onClick={() => restore.mutate(post)}>
            {text.restore}
          </Button>
        )}
        {post.permalink !== null && post.removedAt === null && (
          <ButtonLink variant="secondary">
            <a href={post.permalink} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              {text.permalink(platformName)}
            </a>
          </ButtonLink>
        )}
      </div>
      {isDeletable && <DeleteThere post={post} platformName={platformName} />}
    </div>
  );
}

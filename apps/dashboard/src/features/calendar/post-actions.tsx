"use client";

import type { Post } from "@genie/directus-client";
import { lockedPostStates } from "@genie/schema";
import { ExternalLink } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { usePlatforms } from "#features/platforms/platforms-provider.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { useCancelPost } from "./use-cancel-post.ts";

type PostActionsProps = { post: Post; platformName: string; onCancelled: () => void };

/** What she can do about a post in its state. */
export function PostActions({ post, platformName, onCancelled }: PostActionsProps) {
  const { calendar } = useMessages();
  const { post: text } = calendar;
  const sentence = useSentence();
  const { cancel, restore } = useCancelPost();
  const platform = usePlatforms().find(({ id }) => id === post.account.platform);
  const isLocked = lockedPostStates.some((state) => state === post.status);
  const isOver = post.status === "failed" || post.status === "missed";
  const canEdit = post.status === "draft" || post.status === "pending" || isOver;
  const failure = cancel.error ?? restore.error;
  return (
    <div className="grid grid-cols-1 gap-3">
      {failure !== null && <Notice>{sentence(failure)}</Notice>}
      {isLocked && <p className="text-ink-soft">{text.locked}</p>}
      <div className="flex flex-wrap gap-2">
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
        {post.permalink !== null && (
          <ButtonLink variant="secondary">
            <a href={post.permalink} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              {text.permalink(platformName)}
            </a>
          </ButtonLink>
        )}
        {post.status === "unconfirmed" && platform !== undefined && (
          <ButtonLink variant="secondary">
            <a href={platform.profileUrl(post.account.username)} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              {text.profile(platformName)}
            </a>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

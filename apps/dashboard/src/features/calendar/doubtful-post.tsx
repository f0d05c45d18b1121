"use client";

import { type Post, readSentAt } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { holdName, holdOf } from "#features/pauses/holds.ts";
import { useKnownHolds } from "#features/pauses/holds-provider.tsx";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { doubtfulMessages } from "#messages/doubtful-messages.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { dayAndTime } from "./describe-time.ts";
import { ItIsThereDialog } from "./it-is-there-dialog.tsx";
import { useTimeZone } from "./time-zone-provider.tsx";
import { useSettlePost } from "./use-settle-post.ts";

type DoubtfulPostProps = { post: Post; platformName: string; now: Date };

/** What is known of a post that may be out, and the three answers to the question whether it is. */
export function DoubtfulPost({ post, platformName, now }: DoubtfulPostProps) {
  const { actions } = useMessages();
  const { doubtful } = useMessages(doubtfulMessages);
  const { pauses } = useMessages(pausesMessages);
  const zone = useTimeZone();
  const sentence = useSentence();
  const settle = useSettlePost(post);
  const [asking, setAsking] = useState<"again" | "there" | null>(null);
  const platform = usePlatforms().find(({ id }) => id === post.account.platform);
  const hold = holdOf({ account: post.account, scheduledFor: null }, now, useKnownHolds());
  const sentAt = useQuery({
    queryKey: ["sent", post.id, post.askedAt],
    queryFn: () => readSentAt(browserDirectus(), post.id),
  });
  const close = () => {
    setAsking(null);
    settle.reset();
  };
  return (
    <section aria-label={doubtful.label} className="grid grid-cols-1 gap-3">
      <p className="max-w-prose">{post.problem ?? doubtful.notSaid(platformName)}</p>
      {sentAt.data && (
        <dl className="flex flex-wrap gap-x-2">
          <dt className="text-ink-soft">{doubtful.sentAt}</dt>
          <dd>{dayAndTime(new Date(sentAt.data), now, zone)}</dd>
        </dl>
      )}
      {platform !== undefined && (
        <ButtonLink variant="secondary" className="justify-self-start">
          <a href={platform.profileUrl(post.account.username)} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            {doubtful.look(platformName)}
          </a>
        </ButtonLink>
      )}
      {asking === null && settle.isError && <Notice>{sentence(settle.error)}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsking("there")}>{doubtful.there}</Button>
        <Button variant="secondary" onClick={() => setAsking("again")}>
          {doubtful.again}
        </Button>
        {post.leftAt === null && (
          <Button
            variant="quiet"
            busy={settle.isPending && settle.variables.answer === "leave"}
            onClick={() => settle.mutate({ answer: "leave" })}
          >
            {doubtful.leave}
          </Button>
        )}
      </div>
      {asking === "there" && (
        <ItIsThereDialog
          platformName={platformName}
          settle={settle}
          onClose={close}
          onDone={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={asking === "again"}
        onOpenChange={(open) => {
          if (!open) close();
        }}
        title={doubtful.againTitle}
        text={
          hold === null
            ? doubtful.againText(platformName)
            : doubtful.againLater(platformName, holdName(hold, platformName, pauses))
        }
        confirmLabel={doubtful.again}
        cancelLabel={actions.cancel}
        busy={settle.isPending}
        onConfirm={() => settle.mutate({ answer: "again" }, { onSuccess: () => setAsking(null) })}
      >
        {settle.isError && <Notice>{sentence(settle.error)}</Notice>}
      </ConfirmDialog>
    </section>
  );
}

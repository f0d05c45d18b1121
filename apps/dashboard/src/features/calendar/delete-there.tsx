"use client";

import type { Post } from "@genie/directus-client";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { useLogInRequests } from "#features/live-view/log-in-requests-provider.tsx";
import { logInPath } from "#features/platforms/log-in-path.ts";
import { calendarMessages } from "#messages/calendar-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useDeleteThere } from "./use-delete-there.ts";

/** Deletes a post that is out on its platform, after a question, and says how that goes. */
export function DeleteThere({ post, platformName }: { post: Post; platformName: string }) {
  const { actions } = useMessages();
  const { calendar } = useMessages(calendarMessages);
  const { deleting: text } = calendar;
  const sentence = useSentence();
  const [isAsking, setIsAsking] = useState(false);
  const { job, isUnderWay, ask } = useDeleteThere(post);
  const waitsForHer = useLogInRequests().some(({ id }) => id === job?.waitsFor);
  if (isUnderWay) {
    return (
      <div className="grid grid-cols-1 justify-items-start gap-2">
        <output>{waitsForHer ? text.waits(platformName) : text.underWay(platformName)}</output>
        {waitsForHer && (
          <ButtonLink size="small">
            <IntentLink href={logInPath(post.account.id)}>{text.logIn}</IntentLink>
          </ButtonLink>
        )}
      </div>
    );
  }
  return (
    <div className="grid grid-cols-1 justify-items-start gap-3">
      {job?.status === "failed" && <Notice>{text.failed(job.problem ?? "")}</Notice>}
      <Button
        variant="danger"
        onClick={() => {
          ask.reset();
          setIsAsking(true);
        }}
      >
        <Trash2 aria-hidden />
        {text.button(platformName)}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={text.title(platformName)}
        text={text.text(platformName)}
        confirmLabel={text.button(platformName)}
        cancelLabel={actions.cancel}
        busy={ask.isPending}
        onConfirm={() => ask.mutate(undefined, { onSuccess: () => setIsAsking(false) })}
      >
        {ask.isError && <Notice>{sentence(ask.error)}</Notice>}
      </ConfirmDialog>
    </div>
  );
}

"use client";

import { endPause, listPosts, type Pause, type Viewer } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { postsKey } from "#features/calendar/use-posts.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { pausesKey, useKnownHolds } from "./holds-provider.tsx";
import { type Overdue, overduePosts } from "./overdue-posts.ts";

/** Ends a pause; says before what is overdue and what becomes of it. */
export function GoOnButton({ pause, viewer }: { pause: Pause; viewer: Viewer }) {
  const { actions } = useMessages();
  const { pauses: text } = useMessages(pausesMessages);
  const known = useKnownHolds();
  const queryClient = useQueryClient();
  const sentence = useSentence();
  const toast = useToast();
  const end = useMutation({
    mutationFn: () => endPause(browserDirectus(), pause.id),
    onSuccess: () => toast(text.wentOn),
    onSettled: () =>
      Promise.all(
        [pausesKey, postsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });
  const ask = useMutation({
    mutationFn: async (): Promise<Overdue> => {
      const now = new Date();
      const due = await listPosts(browserDirectus(), viewer, { states: ["pending"], before: now });
      return overduePosts(pause, due, known, now);
    },
    onSuccess: ({ goOut, held }) => {
      if (goOut + held === 0) end.mutate();
    },
  });
  const overdue = ask.data ?? { goOut: 0, held: 0 };
  const count = overdue.goOut + overdue.held;
  const failure = ask.error ?? end.error;
  return (
    <>
      <Button
        variant="secondary"
        busy={ask.isPending || (end.isPending && count === 0)}
        onClick={() => ask.mutate()}
      >
        {text.goOn}
      </Button>
      {failure !== null && count === 0 && <Notice>{sentence(failure)}</Notice>}
      <ConfirmDialog
        open={count > 0}
        onOpenChange={(open) => {
          if (open) return;
          ask.reset();
          end.reset();
        }}
        title={text.goOnTitle}
        text={[
          overdue.goOut > 0 && text.goOutNow(overdue.goOut),
          overdue.held > 0 && text.areHeld(overdue.held),
        ]
          .filter(Boolean)
          .join(" ")}
        confirmLabel={text.goOn}
        confirmVariant="primary"
        cancelLabel={actions.cancel}
        busy={end.isPending}
        onConfirm={() => end.mutate()}
      >
        {end.isError && <Notice>{sentence(end.error)}</Notice>}
      </ConfirmDialog>
    </>
  );
}

"use client";

import { wipeSession } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { accountsKey } from "#features/platforms/use-accounts.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { sessionsMessages } from "#messages/sessions-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type WipeDialogProps = {
  sessionId: string;
  platformName: string;
  renewsItself: boolean;
  /** Posts of the account that are to go out. */
  dueCount: number;
  onClose: () => void;
};

/** Says what happens without the session, then has its cookies deleted. */
export function WipeDialog(props: WipeDialogProps) {
  const { sessionId, platformName, renewsItself, dueCount, onClose } = props;
  const { actions } = useMessages();
  const { sessions: text } = useMessages(sessionsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const wipe = useMutation({
    mutationFn: () => wipeSession(browserDirectus(), sessionId),
    onSuccess: async () => {
      toast(text.wiped);
      onClose();
      await queryClient.invalidateQueries({ queryKey: accountsKey });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={text.wipeTitle(platformName)}
      text={text.wipeText}
      confirmLabel={text.wipe}
      cancelLabel={actions.cancel}
      busy={wipe.isPending}
      onConfirm={() => wipe.mutate()}
    >
      <p>{renewsItself ? text.afterwardsPassword : text.afterwards(dueCount)}</p>
      <p className="text-ink-soft">{text.elsewhere(platformName)}</p>
      {wipe.isError && <Notice>{sentence(wipe.error)}</Notice>}
    </ConfirmDialog>
  );
}

"use client";

import { deleteMedia, type Media, type MediaUse } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";
import { MediaUses } from "./media-uses.tsx";

type DeleteMediaDialogProps = {
  media: Media;
  uses: readonly MediaUse[];
  onClose: () => void;
  onDeleted: () => void;
};

const planned: readonly string[] = ["draft", "pending", "publishing", "unconfirmed"];

/** Asks before deleting. What a planned post needs is not deleted: the post would go out without it. */
export function DeleteMediaDialog({ media, uses, onClose, onDeleted }: DeleteMediaDialogProps) {
  const { actions, library } = useMessages();
  const text = library.detail;
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteMedia(browserDirectus(), media),
    onSuccess: async () => {
      toast(text.deleted);
      onDeleted();
      await queryClient.invalidateQueries({ queryKey: libraryKey });
    },
  });
  const plannedUses = uses.filter(({ status }) => planned.includes(status));
  if (plannedUses.length > 0) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={text.neededTitle}
        description={text.needed}
        closeLabel={actions.close}
      >
        <MediaUses uses={plannedUses} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={text.deleteTitle}
      text={media.source === "scraped" ? text.deleteScraped : text.deleteText}
      confirmLabel={text.delete}
      cancelLabel={actions.cancel}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      {remove.isError && <Notice>{sentence(remove.error)}</Notice>}
    </ConfirmDialog>
  );
}

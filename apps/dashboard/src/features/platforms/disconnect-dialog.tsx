"use client";

import {
  deleteProfile,
  type Profile,
  type ProfileContents,
  readProfileContents,
} from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { accountsKey } from "./use-accounts.ts";

type DisconnectDialogProps = { profile: Profile; platformName: string; onClose: () => void };

/** Says what goes with the account and what stays, then deletes it. */
export function DisconnectDialog({ profile, platformName, onClose }: DisconnectDialogProps) {
  const { actions } = useMessages();
  const { platforms: text } = useMessages(platformsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const contents = useQuery({
    queryKey: [...accountsKey, "contents", profile.id],
    queryFn: () => readProfileContents(browserDirectus(), profile.id),
    staleTime: 0,
  });
  const disconnect = useMutation({
    mutationFn: () => deleteProfile(browserDirectus(), profile.id),
    onSuccess: async () => {
      toast(text.disconnected);
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const lists = contents.data && describeContents(contents.data, platformName, text);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={text.disconnectTitle(platformName)}
      text={text.disconnectText}
      confirmLabel={text.disconnect}
      cancelLabel={actions.cancel}
      busy={disconnect.isPending || contents.isPending}
      onConfirm={() => disconnect.mutate()}
    >
      {contents.isPending && (
        <output aria-label={text.counting}>
          <Skeleton className="h-28 w-full" />
        </output>
      )}
      {lists?.map(({ title, lines }) => (
        <div key={title} className="grid gap-1">
          <h3 className="font-strong">{title}</h3>
          <ul className="list-disc pl-5">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      {contents.isError && <Notice>{sentence(contents.error)}</Notice>}
      {disconnect.isError && <Notice>{sentence(disconnect.error)}</Notice>}
    </ConfirmDialog>
  );
}

function describeContents(
  { plannedPosts, pastPosts, media }: ProfileContents,
  platformName: string,
  text: Messages["platforms"],
) {
  return [
    {
      title: text.goes,
      lines: [
        text.goesLogin,
        text.goesFigures,
        ...(plannedPosts > 0 ? [text.goesPlanned(plannedPosts)] : []),
        ...(pastPosts > 0 ? [text.goesPast(pastPosts)] : []),
      ],
    },
    {
      title: text.stays,
      lines: [
        text.staysOnPlatform(platformName),
        ...(media > 0 ? [text.staysMedia(media), text.staysTwice] : []),
      ],
    },
  ];
}

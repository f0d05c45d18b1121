"use client";

import { listDevices, signOutOtherDevices } from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { DeviceList } from "./device-list.tsx";
import { TokenListSkeleton } from "./token-list-skeleton.tsx";

export const devicesKey = ["devices"] as const;

/** Where she is logged in, and how to end that. */
export function DevicesCard() {
  const { actions } = useMessages();
  const { devices: text } = useMessages(settingsMessages);
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const list = useQuery({ queryKey: devicesKey, queryFn: () => listDevices(browserDirectus()) });
  const reload = () => queryClient.invalidateQueries({ queryKey: devicesKey });
  const endOthers = useMutation({
    mutationFn: () => signOutOtherDevices(browserDirectus()),
    onSuccess: async () => {
      await reload();
      setAsking(false);
      toast(text.othersEnded);
    },
  });
  const hasOthers = list.data?.some(({ isCurrent }) => !isCurrent) ?? false;
  return (
    <Card className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-56 flex-1 gap-1">
          <CardTitle>{text.title}</CardTitle>
          <p className="max-w-prose text-ink-soft">{text.intro}</p>
        </div>
        {hasOthers && (
          <Button
            variant="secondary"
            onClick={() => {
              endOthers.reset();
              setAsking(true);
            }}
          >
            {text.endOthers}
          </Button>
        )}
      </div>
      {list.isPending && <TokenListSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[list]} />
      {list.data && <DeviceList devices={list.data} onEnded={reload} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text.endOthersTitle}
        text={text.endOthersText}
        confirmLabel={text.endOthers}
        cancelLabel={actions.cancel}
        busy={endOthers.isPending}
        onConfirm={() => endOthers.mutate()}
      >
        {endOthers.isError && <Notice>{sentence(endOthers.error)}</Notice>}
      </ConfirmDialog>
    </Card>
  );
}

"use client";

import { createMediaJobs } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Shrink } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { jobsKey } from "#features/jobs/jobs-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftAccount } from "./draft-accounts.ts";

type MakeAllFitProps = { mediaIds: readonly string[]; account: DraftAccount; isNamed: boolean };

/** Has copies of several files made for an account; each shows beside its problem how far it is. */
export function MakeAllFit({ mediaIds, account, isNamed }: MakeAllFitProps) {
  const { composer } = useMessages(composerMessages);
  const { fit: text } = composer;
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      createMediaJobs(
        browserDirectus(),
        mediaIds,
        { work: "compress", options: {} },
        { profileId: account.id },
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: jobsKey }),
  });
  if (make.isSuccess) return null;
  return (
    <>
      {make.isError && <span className="text-danger">{text.failed(sentence(make.error))}</span>}
      <Button variant="secondary" size="small" busy={make.isPending} onClick={() => make.mutate()}>
        <Shrink aria-hidden />
        {isNamed ? text.makeAllFor(mediaIds.length, account.label) : text.makeAll(mediaIds.length)}
      </Button>
    </>
  );
}

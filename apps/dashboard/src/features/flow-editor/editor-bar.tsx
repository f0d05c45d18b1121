"use client";

import { deleteFlow, type FlowInFull } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, Play, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { flowsKey } from "#features/actions/use-flows.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftProblem } from "./flow-draft.ts";
import type { useSaveFlow } from "./use-save-flow.ts";

type EditorBarProps = {
  flow: FlowInFull | null;
  isShipped: boolean;
  isDirty: boolean;
  problems: readonly DraftProblem[];
  save: ReturnType<typeof useSaveFlow>;
};

/** What can be done with the flow that stands above. */
export function EditorBar({ flow, isShipped, isDirty, problems, save }: EditorBarProps) {
  const { flowEditor: text } = useMessages(flowEditorMessages);
  const sentence = useSentence();
  return (
    <footer className="sticky bottom-16 z-20 -mx-4 grid grid-cols-1 gap-3 border-t border-line bg-card px-4 py-3 md:bottom-0">
      {save.isError && <Notice>{sentence(save.error)}</Notice>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p aria-live="polite" className="min-w-0 flex-1 text-ink-soft">
          {problems.length > 0 ? (
            <span className="flex items-start gap-1.5 text-danger">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {text.problems.title(problems.length)}
            </span>
          ) : (
            isDirty && flow !== null && text.unsaved
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          {flow !== null && !isShipped && <DeleteButton flow={flow} />}
          {flow?.isActive && <TryButton flow={flow} isDirty={isDirty} />}
          {!isShipped && (
            <Button type="submit" busy={save.isPending}>
              {text.save}
            </Button>
          )}
        </div>
      </div>
    </footer>
  );
}

function TryButton({ flow, isDirty }: { flow: FlowInFull; isDirty: boolean }) {
  const { flowEditor: text } = useMessages(flowEditorMessages);
  if (isDirty) {
    return (
      <Button variant="secondary" disabled title={text.tryFirst}>
        <Play aria-hidden />
        {text.tryIt}
      </Button>
    );
  }
  return (
    <ButtonLink variant="secondary">
      <AddressLink to={{ run: flow.slug }}>
        <Play aria-hidden />
        {text.tryIt}
      </AddressLink>
    </ButtonLink>
  );
}

function DeleteButton({ flow }: { flow: FlowInFull }) {
  const { actions } = useMessages();
  const { flowEditor: text } = useMessages(flowEditorMessages);
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteFlow(browserDirectus(), flow.id),
    onSuccess: () => {
      router.replace("/app/actions");
      toast(text.deleted(flow.name));
      void queryClient.invalidateQueries({ queryKey: flowsKey });
    },
  });
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
        {text.delete}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text.deleteTitle(flow.name)}
        text={text.deleteText}
        confirmLabel={text.delete}
        cancelLabel={actions.cancel}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        {remove.isError && <Notice>{sentence(remove.error)}</Notice>}
      </ConfirmDialog>
    </>
  );
}

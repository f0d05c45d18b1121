"use client";

import { type FormEvent, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { doubtfulMessages } from "#messages/doubtful-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { useSettlePost } from "./use-settle-post.ts";

type ItIsThereDialogProps = {
  platformName: string;
  settle: ReturnType<typeof useSettlePost>;
  onClose: () => void;
  onDone: () => void;
};

/** Takes the address of a post that is there after all; it may be left out. */
export function ItIsThereDialog({ platformName, settle, ...on }: ItIsThereDialogProps) {
  const { actions } = useMessages();
  const { doubtful } = useMessages(doubtfulMessages);
  const sentence = useSentence();
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const permalink = address.trim() || null;
    if (permalink !== null && !/^https?:\/\/./.test(permalink)) {
      setProblem(doubtful.addressInvalid(platformName));
      return;
    }
    settle.mutate({ answer: "there", permalink }, { onSuccess: on.onDone });
  };
  const refusal = settle.isError ? sentence(settle.error) : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) on.onClose();
      }}
      title={doubtful.thereTitle}
      description={doubtful.thereText}
      closeLabel={actions.close}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <Field
          label={doubtful.address}
          hint={doubtful.addressHint(platformName)}
          error={problem ?? refusal}
        >
          {(control) => (
            <Input
              type="url"
              inputMode="url"
              autoComplete="off"
              maxLength={2048}
              value={address}
              onChange={({ target }) => {
                setAddress(target.value);
                setProblem(undefined);
                if (settle.isError) settle.reset();
              }}
              {...control}
            />
          )}
        </Field>
        <SubmitButton busy={settle.isPending}>{doubtful.there}</SubmitButton>
      </form>
    </Dialog>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { createMediaJobs, type Media, type MediaFile } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { jobsKey } from "#features/jobs/use-jobs.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Messages } from "#messages/messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { WatermarkPreview } from "./watermark-preview.tsx";
import { watermarkPositions } from "@genie/schema";

type WatermarkDialogProps = {
  media: Media;
  file: MediaFile;
  displayName: string;
  onClose: () => void;
};

/** Chooses text, place, strength and size with a preview, and has the copy made. */
export function WatermarkDialog({ media, file, displayName, onClose }: WatermarkDialogProps) {
  const messages = useMessages();
  const { actions, library } = messages;
  const text = library.watermark;
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const schema = useMemo(() => watermarkSchema(messages), [messages]);
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      text: media.account === null ? displayName : `@${media.account.username}`,
      position: "bottom-right" as const,
      opacity: 60,
      scale: 30,
    },
  });
  const chosen = useWatch({ control });
  const make = useMutation({
    mutationFn: ({ opacity, scale, ...rest }: z.output<typeof schema>) =>
      createMediaJobs(browserDirectus(), [media.id], {
        work: "watermark",
        options: { ...rest, opacity: opacity / 100, scale: scale / 100 },
      }),
    onSuccess: async () => {
      toast(text.started);
      await queryClient.invalidateQueries({ queryKey: jobsKey });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.title}
      description={text.description}
      closeLabel={actions.close}
    >
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit((values) => make.mutate(values))}
        className="grid grid-cols-1 gap-5"
      >
        {make.isError && <Notice>{sentence(make.error)}</Notice>}
        <WatermarkPreview
          file={file}
          text={chosen.text ?? ""}
          position={chosen.position ?? "bottom-right"}
          opacity={(chosen.opacity ?? 60) / 100}
          scale={(chosen.scale ?? 30) / 100}
        />
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
          <Field label={text.text} error={formState.errors.text?.message}>
            {(field) => (
              <Input autoComplete="off" data-sensitive {...field} {...register("text")} />
            )}
          </Field>
          <Field label={text.position}>
            {(field) => (
              <NativeSelect {...field} {...register("position")}>
                {watermarkPositions.map((position) => (
                  <option key={position} value={position}>
                    {text.positions[position]}
                  </option>
                ))}
              </NativeSelect>
            )}
          </Field>
          <Field label={text.opacity(chosen.opacity ?? 60)}>
            {(field) => <Slider {...field} {...register("opacity", { valueAsNumber: true })} />}
          </Field>
          <Field label={text.scale(chosen.scale ?? 30)}>
            {(field) => <Slider {...field} {...register("scale", { valueAsNumber: true })} />}
          </Field>
        </div>
        <SubmitButton busy={make.isPending} className="justify-self-end">
          {text.submit}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function watermarkSchema({ library: { watermark: text } }: Messages) {
  return z.object({
    text: z.string().trim().min(1, text.textMissing).max(80, text.textTooLong),
    position: z.enum(watermarkPositions),
    opacity: z.number().min(5).max(100),
    scale: z.number().min(5).max(100),
  });
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { Media, MediaPreset, Profile } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CompressFields } from "./compress-fields.tsx";
import { MarkFields } from "./mark-fields.tsx";
import { PresetBar } from "./preset-bar.tsx";
import { TeaserFields } from "./teaser-fields.tsx";
import { useStartWork } from "./use-start-work.ts";
import { WorkPreview } from "./work-preview.tsx";
import { workSchema } from "./work-schema.ts";
import { withOptions, type WorkValues } from "./work-values.ts";

type WorkFormProps = {
  work: MediaWork;
  /** At least one; the first is shown. */
  media: readonly Media[];
  profiles: readonly Profile[];
  /** Of this kind. */
  presets: readonly MediaPreset[];
  start: WorkValues;
  onClose: () => void;
};

export function WorkForm({ work, media, profiles, presets, ...props }: WorkFormProps) {
  const messages = useMessages(mediaWorkMessages);
  const { mediaWork: text } = messages;
  const sentence = useSentence();
  const { start, onClose } = props;
  const preset = presets.find(({ isDefault }) => isDefault);
  const preferred = preset === undefined ? null : withOptions(start, work, preset.options);
  const [presetId, setPresetId] = useState(preferred === null ? "" : (preset?.id ?? ""));
  const form = useForm<WorkValues>({
    resolver: (values, context, options) =>
      zodResolver(workSchema(work, values, messages))(values, context, options),
    defaultValues: preferred ?? start,
  });
  const values = useWatch({ control: form.control, compute: (now: WorkValues) => now });
  const begin = useStartWork({ work, media, onStarted: onClose });
  const [first] = media;
  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((chosen) => begin.mutate(chosen))}
        className="grid grid-cols-1 gap-5"
      >
        {begin.isError && <Notice>{sentence(begin.error)}</Notice>}
        {first !== undefined && (work === "watermark" || work === "teaser") && (
          <WorkPreview
            media={first}
            label={media.length === 1 ? text.preview : text.previewOfFirst}
            aspect={work === "teaser" ? values.teaser.aspect : "original"}
            blur={work === "teaser" ? values.teaser.blur / 100 : 0}
            mark={work === "watermark" || values.teaser.isMarked ? values.mark : null}
          />
        )}
        {work !== "strip_metadata" && (
          <PresetBar
            work={work}
            presets={presets}
            start={start}
            chosenId={presetId}
            onChoose={setPresetId}
          />
        )}
        {work === "teaser" && (
          <TeaserFields hasVideo={media.some(isVideo)} hasPicture={!media.every(isVideo)} />
        )}
        {(work === "watermark" || (work === "teaser" && values.teaser.isMarked)) && <MarkFields />}
        {work === "compress" && <CompressFields profiles={profiles} />}
        <footer className="sticky -bottom-4 z-10 -mx-4 -mb-4 flex justify-end border-t border-line bg-card px-4 py-3 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
          <SubmitButton busy={begin.isPending}>{text.submit(media.length)}</SubmitButton>
        </footer>
      </form>
    </FormProvider>
  );
}

const isVideo = ({ file }: Media) => file?.mime.startsWith("video/") ?? false;

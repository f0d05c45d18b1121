"use client";

import { type TeaserAspect, teaserAspects } from "@genie/schema";
import { useFormContext, useWatch } from "react-hook-form";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { WorkValues } from "./work-values.ts";

type TeaserFieldsProps = { hasVideo: boolean; hasPicture: boolean };

/** How much a teaser shows; what counts for videos alone is asked where there is one. */
export function TeaserFields({ hasVideo, hasPicture }: TeaserFieldsProps) {
  const {
    mediaWork: { teaser: text },
  } = useMessages(mediaWorkMessages);
  const { register, control } = useFormContext<WorkValues>();
  const teaser = useWatch({ control, name: "teaser" });
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <Field label={text.aspect} hint={text.aspectHint}>
          {(field) => (
            <NativeSelect {...field} {...register("teaser.aspect")}>
              {(Object.keys(teaserAspects) as TeaserAspect[]).map((aspect) => (
                <option key={aspect} value={aspect}>
                  {text.aspects[aspect]}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <Field label={text.blur(teaser.blur)}>
          {(field) => (
            <Slider min={0} {...field} {...register("teaser.blur", { valueAsNumber: true })} />
          )}
        </Field>
      </div>
      {hasVideo && <ClipFields />}
      {hasVideo && hasPicture && <p className="text-ink-soft">{text.onlyVideos}</p>}
      <Choice type="checkbox" label={text.marked} {...register("teaser.isMarked")} />
    </div>
  );
}

function ClipFields() {
  const {
    mediaWork: { teaser: text },
  } = useMessages(mediaWorkMessages);
  const { register, control, formState } = useFormContext<WorkValues>();
  const teaser = useWatch({ control, name: "teaser" });
  return (
    <>
      <Field label={text.length(teaser.lengthS)}>
        {(field) => (
          <Slider
            min={2}
            max={60}
            step={1}
            {...field}
            {...register("teaser.lengthS", { valueAsNumber: true })}
          />
        )}
      </Field>
      <fieldset className="grid min-w-0 gap-1">
        <legend className="text-sm font-strong">{text.from}</legend>
        {(["best", "start"] as const).map((from) => (
          <Choice
            key={from}
            type="radio"
            value={from}
            {...text.froms[from]}
            {...register("teaser.from")}
          />
        ))}
      </fieldset>
      {teaser.from === "start" && (
        <Field label={text.start} error={formState.errors.teaser?.startS?.message}>
          {(field) => (
            <Input
              type="number"
              inputMode="decimal"
              min={0}
              step="any"
              {...field}
              {...register("teaser.startS", { valueAsNumber: true })}
            />
          )}
        </Field>
      )}
      <Choice type="checkbox" label={text.sound} {...register("teaser.sound")} />
    </>
  );
}

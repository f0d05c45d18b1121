"use client";

import { watermarkPositions } from "@genie/schema";
import { useFormContext, useWatch } from "react-hook-form";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { MarkPictureField } from "./mark-picture-field.tsx";
import type { WorkValues } from "./work-values.ts";

/** Text or picture of a watermark, and where and how it is put. */
export function MarkFields() {
  const {
    mediaWork: { mark: text },
  } = useMessages(mediaWorkMessages);
  const { register, formState, control } = useFormContext<WorkValues>();
  const mark = useWatch({ control, name: "mark" });
  return (
    <div className="grid grid-cols-1 gap-5">
      <fieldset className="grid min-w-0 gap-1">
        <legend className="text-sm font-strong">{text.legend}</legend>
        <div className="flex flex-wrap gap-x-6">
          {(["text", "picture"] as const).map((kind) => (
            <Choice
              key={kind}
              type="radio"
              label={text.kinds[kind]}
              value={kind}
              {...register("mark.kind")}
            />
          ))}
        </div>
      </fieldset>
      {mark.kind === "text" ? (
        <Field label={text.text} error={formState.errors.mark?.text?.message}>
          {(field) => (
            <Input autoComplete="off" data-sensitive {...field} {...register("mark.text")} />
          )}
        </Field>
      ) : (
        <MarkPictureField />
      )}
      <Choice type="checkbox" label={text.tile} {...register("mark.tile")} />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        {!mark.tile && (
          <Field label={text.position}>
            {(field) => (
              <NativeSelect {...field} {...register("mark.position")}>
                {watermarkPositions.map((position) => (
                  <option key={position} value={position}>
                    {text.positions[position]}
                  </option>
                ))}
              </NativeSelect>
            )}
          </Field>
        )}
        <Field label={text.opacity(mark.opacity)}>
          {(field) => <Slider {...field} {...register("mark.opacity", { valueAsNumber: true })} />}
        </Field>
        <Field label={text.scale(mark.scale)}>
          {(field) => <Slider {...field} {...register("mark.scale", { valueAsNumber: true })} />}
        </Field>
        <Field label={text.margin(mark.margin)}>
          {(field) => (
            <Slider
              min={0}
              max={25}
              step={1}
              {...field}
              {...register("mark.margin", { valueAsNumber: true })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

"use client";

import type { MediaPreset } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { Save } from "lucide-react";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PresetNameField } from "./preset-name-field.tsx";
import { useSavePreset } from "./use-presets.ts";
import { taskOf, withOptions, type WorkValues } from "./work-values.ts";

type PresetBarProps = {
  work: MediaWork;
  /** Of this kind. */
  presets: readonly MediaPreset[];
  /** What there is without a preset. */
  start: WorkValues;
  chosenId: string;
  onChoose: (id: string) => void;
};

/** Fills the form from a preset, and keeps what is in the form as one. */
export function PresetBar({ work, presets, start, chosenId, onChoose }: PresetBarProps) {
  const { mediaWork } = useMessages(mediaWorkMessages);
  const { presets: text } = mediaWork;
  const sentence = useSentence();
  const { getValues, reset, trigger, control, formState } = useFormContext<WorkValues>();
  const to = useWatch({ control, name: "compress.to" });
  const [naming, setNaming] = useState(false);
  const [unusable, setUnusable] = useState(false);
  const save = useSavePreset();
  const chosen = presets.find(({ id }) => id === chosenId);
  // A limit of an account is kept nowhere: it is looked up when the copy is made.
  const canSave = work !== "compress" || to === "size";

  const choose = (id: string) => {
    onChoose(id);
    const preset = presets.find((one) => one.id === id);
    const values = preset === undefined ? start : withOptions(start, work, preset.options);
    setUnusable(values === null);
    if (values !== null) reset(values);
  };
  const keep = async (id: string | null, name: string) => {
    if (!(await trigger())) return;
    const values = getValues();
    const options = { ...taskOf(work, values).options };
    save.mutate(
      { id, name, work, options },
      {
        onSuccess: (savedId) => {
          reset(values);
          onChoose(savedId);
          setNaming(false);
        },
      },
    );
  };
  if (presets.length === 0 && !canSave) return null;
  return (
    <div className="grid grid-cols-1 gap-2">
      {presets.length > 0 && (
        <Field label={text.preset}>
          {(field) => (
            <NativeSelect
              {...field}
              value={chosen?.id ?? ""}
              onChange={({ target }) => choose(target.value)}
            >
              <option value="">{text.none}</option>
              {presets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      )}
      {unusable && <Notice>{text.unusable}</Notice>}
      {naming && (
        <PresetNameField
          taken={presets.map(({ name }) => name)}
          busy={save.isPending}
          onSave={(name) => void keep(null, name)}
          onCancel={() => setNaming(false)}
        />
      )}
      {!naming && canSave && (
        <div className="-ml-3 flex flex-wrap gap-1">
          {chosen !== undefined && formState.isDirty && (
            <Button
              variant="quiet"
              size="small"
              busy={save.isPending}
              onClick={() => void keep(chosen.id, chosen.name)}
            >
              <Save aria-hidden />
              {text.overwrite(chosen.name)}
            </Button>
          )}
          <Button variant="quiet" size="small" onClick={() => setNaming(true)}>
            <Save aria-hidden />
            {text.saveAs}
          </Button>
        </div>
      )}
      {save.isError && <Notice>{sentence(save.error)}</Notice>}
    </div>
  );
}

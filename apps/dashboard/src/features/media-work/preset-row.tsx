"use client";

import type { MediaPreset } from "@genie/directus-client";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { RowAction } from "#components/ui/row-action.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describePreset } from "./describe-preset.ts";
import { PresetNameField } from "./preset-name-field.tsx";
import { useChangePresets, useRenamePreset } from "./use-presets.ts";

/** `presets`: all of its kind. */
export function PresetRow(props: { preset: MediaPreset; presets: readonly MediaPreset[] }) {
  const { preset, presets } = props;
  const messages = useMessages(mediaWorkMessages);
  const { presets: text } = messages.mediaWork;
  const sentence = useSentence();
  const [renaming, setRenaming] = useState(false);
  const rename = useRenamePreset({ onRenamed: () => setRenaming(false) });
  const { chooseDefault, remove } = useChangePresets();
  const isDefault = chooseDefault.isPending ? !preset.isDefault : preset.isDefault;
  return (
    <li className="grid grid-cols-1 gap-2 border-t border-line py-4 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="grid min-w-0 gap-0.5">
          <h4 className="wrap-anywhere">{preset.name}</h4>
          <p data-sensitive className="text-ink-soft wrap-anywhere">
            {describePreset(preset, messages)}
          </p>
        </div>
        <Switch
          label={text.isDefault(preset.name)}
          words={text.startWith}
          checked={isDefault}
          disabled={chooseDefault.isPending}
          onChange={() => chooseDefault.mutate(preset)}
        />
      </div>
      {rename.isError && <Notice>{sentence(rename.error)}</Notice>}
      {renaming ? (
        <PresetNameField
          start={preset.name}
          taken={presets.flatMap(({ id, name }) => (id === preset.id ? [] : [name]))}
          busy={rename.isPending}
          onSave={(name) => rename.mutate({ id: preset.id, name })}
          onCancel={() => setRenaming(false)}
        />
      ) : (
        <div className="-ml-3 flex flex-wrap gap-1">
          <RowAction
            icon={Pencil}
            label={text.rename}
            name={text.renameNamed(preset.name)}
            onClick={() => setRenaming(true)}
          />
          <RowAction
            icon={Trash2}
            label={text.delete}
            name={text.deleteNamed(preset.name)}
            busy={remove.isPending}
            onClick={() => remove.mutate(preset)}
          />
        </div>
      )}
    </li>
  );
}

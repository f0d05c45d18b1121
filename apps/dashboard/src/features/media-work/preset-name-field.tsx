"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type PresetNameFieldProps = {
  start?: string;
  /** What others of the kind are called. */
  taken: readonly string[];
  busy: boolean;
  onSave: (name: string) => void;
  onCancel: () => void;
};

/** Asks what a preset is called. It may stand in a form, so Enter saves the name and sends nothing else. */
export function PresetNameField({
  start = "",
  taken,
  busy,
  onSave,
  onCancel,
}: PresetNameFieldProps) {
  const { actions } = useMessages();
  const { mediaWork } = useMessages(mediaWorkMessages);
  const { presets: text } = mediaWork;
  const [name, setName] = useState(start);
  const [problem, setProblem] = useState<string>();
  const save = () => {
    const wanted = name.trim();
    const found =
      wanted === "" ? text.nameMissing : taken.includes(wanted) ? text.nameTaken : undefined;
    setProblem(found);
    if (found === undefined) onSave(wanted);
  };
  return (
    <div className="grid grid-cols-1 gap-2">
      <Field label={text.name} hint={text.nameHint} error={problem}>
        {(field) => (
          <Input
            {...field}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears when she asks for it
            autoFocus
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              save();
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="small" busy={busy} onClick={save}>
          {text.save}
        </Button>
        <Button variant="quiet" size="small" onClick={onCancel}>
          {actions.cancel}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { ImagePlus } from "lucide-react";
import { useId, useState } from "react";
import { useController } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { MediaPicker } from "#features/media/media-picker.tsx";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { WorkValues } from "./work-values.ts";
import { isStillPicture } from "./workable.ts";

/** The picture that is put on others, from her library. */
export function MarkPictureField() {
  const { actions } = useMessages();
  const {
    mediaWork: { mark: text },
  } = useMessages(mediaWorkMessages);
  const {
    field: { value, onChange, ref },
    fieldState,
  } = useController<WorkValues, "mark.pictureId">({
    name: "mark.pictureId",
  });
  const id = useId();
  const [picking, setPicking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const said = problem ?? fieldState.error?.message;
  return (
    <fieldset aria-labelledby={`${id}-label`} className="grid min-w-0 gap-1.5">
      <p id={`${id}-label`} className="text-sm font-strong">
        {text.picture}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {value !== "" && (
          // oxlint-disable-next-line nextjs/no-img-element -- it comes through the gate, with the session's cookie
          <img
            key={value}
            src={`/api/directus/assets/${value}`}
            alt=""
            data-sensitive="media"
            onError={() => setProblem(text.pictureGone)}
            className="size-16 rounded-control bg-sunken object-contain"
          />
        )}
        <Button
          ref={ref}
          variant="secondary"
          aria-invalid={said !== undefined}
          aria-describedby={`${id}-hint ${id}-problems`}
          onClick={() => setPicking(true)}
        >
          <ImagePlus aria-hidden />
          {value === "" ? text.choosePicture : text.changePicture}
        </Button>
      </div>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {text.pictureHint}
      </p>
      <FieldProblems id={`${id}-problems`} problems={said === undefined ? [] : [said]} />
      <Dialog
        open={picking}
        onOpenChange={setPicking}
        title={text.choosePicture}
        closeLabel={actions.close}
      >
        <MediaPicker
          chosen={[]}
          limit={1}
          onDone={([chosen]) => {
            setPicking(false);
            if (chosen === undefined) return;
            setProblem(isStillPicture(chosen) ? undefined : text.pictureWrong);
            if (chosen.file !== null && isStillPicture(chosen)) onChange(chosen.file.id);
          }}
        />
      </Dialog>
    </fieldset>
  );
}

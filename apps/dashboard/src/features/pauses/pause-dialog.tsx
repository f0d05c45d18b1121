"use client";

import { type PauseScope, startPause } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { dayAndTime } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { pausesKey } from "./holds-provider.tsx";
import { endOfPause, type PauseEnd, pauseEnds } from "./pause-end.ts";

export type ScopeChoice = { scope: PauseScope; label: string };

type PauseDialogProps = {
  choices: readonly [ScopeChoice, ...ScopeChoice[]];
  onClose: () => void;
};

const dayMs = 24 * 60 * 60_000;

/** Asks what is paused, until when and why; nothing has to be filled in. */
export function PauseDialog({ choices, onClose }: PauseDialogProps) {
  const { actions } = useMessages();
  const { pauses: text } = useMessages(pausesMessages);
  const zone = useTimeZone();
  const sentence = useSentence();
  const toast = useToast();
  const queryClient = useQueryClient();
  const name = useId();
  const [place, setPlace] = useState(0);
  const [end, setEnd] = useState<PauseEnd>("open");
  const [wall, setWall] = useState(() => ({
    date: wallTimeAt(new Date(Date.now() + dayMs), zone).date,
    time: "09:00",
  }));
  const [reason, setReason] = useState("");
  const [isTimeWrong, setIsTimeWrong] = useState(false);
  const { scope } = choices[place] ?? choices[0];

  const pause = useMutation({
    mutationFn: (until: Date | null) =>
      startPause(browserDirectus(), scope, {
        reason: reason.trim() || null,
        until: until?.toISOString() ?? null,
      }),
    onSuccess: async (_id, until) => {
      await queryClient.invalidateQueries({ queryKey: pausesKey });
      onClose();
      toast(until === null ? text.paused : text.pausedUntil(dayAndTime(until, new Date(), zone)));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = endOfPause(end, wall, { now: new Date(), zone });
    setIsTimeWrong(until === undefined);
    if (until !== undefined) pause.mutate(until);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={text.dialogTitle}
      description={text.dialogText}
      closeLabel={actions.close}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        {choices.length > 1 && (
          <fieldset className="grid min-w-0 gap-1">
            <legend className="font-strong">{text.scope}</legend>
            {choices.map(({ label }, index) => (
              <Choice
                key={label}
                type="radio"
                name={`${name}-scope`}
                label={label}
                checked={index === place}
                onChange={() => setPlace(index)}
              />
            ))}
          </fieldset>
        )}
        <fieldset className="grid min-w-0 gap-1">
          <legend className="font-strong">{text.end}</legend>
          {pauseEnds.map((one) => (
            <Choice
              key={one}
              type="radio"
              name={`${name}-end`}
              label={text.ends[one]}
              checked={one === end}
              onChange={() => setEnd(one)}
            />
          ))}
          {end === "time" && (
            <div className="grid grid-cols-2 gap-3 pt-2">
              <Field label={text.date} error={isTimeWrong ? text.timeInvalid : undefined}>
                {(control) => (
                  <Input
                    type="date"
                    value={wall.date}
                    onChange={({ target }) => setWall({ ...wall, date: target.value })}
                    {...control}
                  />
                )}
              </Field>
              <Field label={text.time}>
                {(control) => (
                  <Input
                    type="time"
                    value={wall.time}
                    onChange={({ target }) => setWall({ ...wall, time: target.value })}
                    {...control}
                  />
                )}
              </Field>
            </div>
          )}
        </fieldset>
        <Field label={text.reason} hint={text.reasonHint}>
          {(control) => (
            <Input
              value={reason}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => setReason(target.value)}
              {...control}
            />
          )}
        </Field>
        {pause.isError && <Notice>{sentence(pause.error)}</Notice>}
        <SubmitButton busy={pause.isPending}>{text.submit}</SubmitButton>
      </form>
    </Dialog>
  );
}

"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { clockTime, describeAhead } from "#features/calendar/describe-time.ts";
import {
  type ResolvedTime,
  resolveWallTime,
  type WallTime,
} from "#features/calendar/zoned-time.ts";
import type { Messages } from "#messages/messages.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type QuickTime, quickTimes } from "./quick-times.ts";

type TimeFieldsProps = {
  wall: WallTime;
  zone: string;
  now: Date;
  problem: string | undefined;
  onChange: (wall: WallTime) => void;
};

/** When it goes out, on her clock, and what that comes to in words. */
export function TimeFields({ wall, zone, now, problem, onChange }: TimeFieldsProps) {
  const { composer } = useMessages(composerMessages);
  const id = useId();
  const resolved = resolveWallTime(wall, zone);
  const { date, time } = wall;
  return (
    <fieldset aria-label={composer.quick} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap gap-2">
        {quickTimes(now, zone).map((quick) => (
          <Button
            key={quick.name}
            variant="secondary"
            size="small"
            onClick={() => onChange(quick.wall)}
          >
            {quickLabel(quick, composer)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Field label={composer.date} describedBy={`${id}-when`}>
          {(control) => (
            <Input
              type="date"
              value={date}
              onChange={({ target }) => onChange({ date: target.value, time })}
              {...control}
              aria-invalid={problem !== undefined || undefined}
            />
          )}
        </Field>
        <Field label={composer.time} describedBy={`${id}-when`}>
          {(control) => (
            <Input
              type="time"
              value={time}
              onChange={({ target }) => onChange({ date, time: target.value })}
              {...control}
              aria-invalid={problem !== undefined || undefined}
            />
          )}
        </Field>
      </div>
      <p id={`${id}-when`} aria-live="off" className="text-ink-soft">
        {problem === undefined ? (
          resolved !== null && whenSentence(resolved, { now, zone }, composer)
        ) : (
          <span className="text-danger">{problem}</span>
        )}
      </p>
    </fieldset>
  );
}

function quickLabel({ name, wall }: QuickTime, text: Messages["composer"]): string {
  if (name === "inFiveMinutes") return text.inMinutes(5);
  return name === "tonight" ? text.tonight(wall.time) : text.tomorrow(wall.time);
}

function whenSentence(
  { at, kind }: ResolvedTime,
  { now, zone }: { now: Date; zone: string },
  text: Messages["composer"],
): string {
  const when = text.goesOut(describeAhead(at, now, zone), zone);
  if (kind === "skipped") return `${text.skipped(clockTime(at, zone))} ${when}`;
  return kind === "repeated" ? `${text.repeated} ${when}` : when;
}

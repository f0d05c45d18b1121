"use client";

import type { ActionStep } from "@genie/schema";
import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { sayDuration } from "./say-duration.ts";
import { sayName } from "./say-name.ts";

const looks = {
  running: { icon: LoaderCircle, className: "animate-spin text-accent" },
  done: { icon: CircleCheck, className: "text-good" },
  skipped: { icon: CircleDashed, className: "text-ink-soft" },
  failed: { icon: CircleAlert, className: "text-danger" },
} as const;

/** The steps of a run, each with how it stands. */
export function StepList({ steps }: { steps: readonly Partial<ActionStep>[] }) {
  const messages = useMessages(runsMessages);
  const { runs: text } = messages;
  if (steps.length === 0) return null;
  return (
    <ol aria-label={text.stepsLabel} className="grid grid-cols-1 gap-1">
      {steps.map(({ key = "", step = "", status = "done", duration_ms: ms, message }, place) => {
        const { icon: Icon, className } = looks[status];
        return (
          <li key={`${key} ${place}`} className="flex items-start gap-2">
            <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", className)} />
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="sr-only">{text.stepStates[status]}: </span>
              {sayName(step || key, text.steps)}
              {message !== undefined && <span className="block text-ink-soft">{message}</span>}
            </span>
            {ms !== undefined && status !== "skipped" && (
              <span className="shrink-0 text-ink-soft tabular-nums">
                {sayDuration(ms, messages)}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

"use client";

import type { AssistantCall } from "@genie/assistant";
import { ChevronRight, CircleAlert, CircleCheck, LoaderCircle, ShieldQuestion } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { ResultView } from "#features/actions/result-view.tsx";
import { StepList } from "#features/actions/step-list.tsx";
import type { Thing } from "#features/actions/thing-href.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CallParams } from "./call-params.tsx";
import { describeCall } from "./describe-call.ts";
import { isGone, thingsOf } from "./things-of.ts";

const looks = {
  running: { icon: LoaderCircle, className: "animate-spin text-accent" },
  done: { icon: CircleCheck, className: "text-good" },
  waiting: { icon: ShieldQuestion, className: "text-warn" },
  failed: { icon: CircleAlert, className: "text-danger" },
} as const;

/** Something that the assistant did: a quiet line that unfolds, the links to what it made below. */
export function CallLine({ call }: { call: AssistantCall }) {
  const { assistant: text } = useMessages(assistantMessages);
  const { icon: Icon, className } = looks[call.status];
  return (
    <div className="grid grid-cols-1 gap-2">
      <details className="group min-w-0 rounded-control border border-line bg-card">
        <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-control px-3 py-1.5 text-ink-soft hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          <Icon aria-hidden className={cn("size-4 shrink-0", className)} />
          <span className="min-w-0 flex-1 wrap-anywhere">
            {describeCall(call, text)}
            <span className="sr-only">, {text.callStates[call.status]}</span>
          </span>
          <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        </summary>
        <div className="grid grid-cols-1 gap-3 border-t border-line p-3">
          {call.status !== "running" && <StepList steps={call.steps} />}
          <CallParams params={call.params} />
          {call.status === "done" && !isGone(call) && <ResultView result={call.result} />}
        </div>
      </details>
      {call.status === "running" && <StepList steps={call.steps} />}
      {call.status === "failed" && call.message !== undefined && (
        <p data-sensitive className="wrap-anywhere text-danger">
          {call.message}
        </p>
      )}
      {call.status === "done" && <MadeLinks things={thingsOf(call)} />}
    </div>
  );
}

function MadeLinks({ things }: { things: readonly Thing[] }) {
  const { runs } = useMessages(runsMessages);
  if (things.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {things.map(({ kind, href }) => (
        <li key={href}>
          <IntentLink
            href={href}
            className="inline-flex min-h-6 items-center font-strong text-accent underline underline-offset-4 pointer-coarse:py-2.5"
          >
            {runs.open[kind]}
          </IntentLink>
        </li>
      ))}
    </ul>
  );
}

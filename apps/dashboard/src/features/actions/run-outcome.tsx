"use client";

import type { ActionOutcome } from "@genie/directus-client";
import { CircleCheck } from "lucide-react";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ResultView } from "./result-view.tsx";
import { runPath } from "./run-path.ts";

type RunOutcomeProps = { outcome: Exclude<ActionOutcome, { status: "confirm" }> };

/** How a run ended: what came of it with links, or the sentence of what went wrong. */
export function RunOutcome({ outcome }: RunOutcomeProps) {
  const { runs: text } = useMessages(runsMessages);
  if (outcome.status === "failed") return <Notice>{outcome.message}</Notice>;
  return (
    <section aria-label={text.resultLabel} className="grid grid-cols-1 gap-3">
      <output className="flex items-center gap-2 font-strong">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        {text.done}
      </output>
      <ResultView result={outcome.result} steps={outcome.steps} />
      <IntentLink
        href={runPath(outcome.audit_id)}
        className="inline-flex min-h-6 items-center justify-self-start text-ink-soft underline underline-offset-4 pointer-coarse:py-2.5"
      >
        {text.open.run}
      </IntentLink>
    </section>
  );
}

"use client";

import type { ActionRun, Flow } from "@genie/directus-client";
import { Moment } from "#components/ui/moment.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { flowsMessages } from "#messages/flows-messages.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { actionName } from "./action-name.ts";
import { endOf } from "./end-of.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import { sayDuration } from "./say-duration.ts";

type TrailRowProps = { run: ActionRun; flows: readonly Flow[] };

/** One run in a line or two; all of it opens the rest. */
export function TrailRow({ run, flows }: TrailRowProps) {
  const { trail: text } = useMessages(flowsMessages).flows;
  const messages = useMessages(runsMessages);
  const { runs } = messages;
  return (
    <li className="border-t border-line first:border-t-0">
      <AddressLink
        to={{ entry: run.id }}
        className="flex min-w-0 items-start gap-3 p-4 -outline-offset-2 hover:bg-sunken"
      >
        <OutcomeMark run={run} />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="font-strong wrap-anywhere">{actionName(run.slug, flows, messages)}</span>
          <span className="text-ink-soft">
            {[
              runs.outcomes[endOf(run)],
              text.sources[run.source],
              ...(run.durationMs === null ? [] : [sayDuration(run.durationMs, messages)]),
            ].join(" · ")}
          </span>
          {run.problem !== null && (
            <span data-sensitive className="line-clamp-2 wrap-anywhere">
              {run.problem}
            </span>
          )}
        </span>
        <span className="shrink-0 text-ink-soft">
          <Moment at={run.at} none="" />
        </span>
      </AddressLink>
    </li>
  );
}

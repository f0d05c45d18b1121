"use client";

import type { FlowInFull, Viewer } from "@genie/directus-client";
import { CircleAlert, Hand, Pencil, Play, PowerOff, Zap } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type Installed, lackingFor, type StepNeed } from "./flow-needs.ts";

type FlowListProps = {
  flows: readonly FlowInFull[];
  viewer: Viewer;
  stepNeeds: Installed["stepNeeds"];
  has: Record<StepNeed, boolean>;
};

/** What can be done: what it does, whether it asks first, what it lacks here. */
export function FlowList({ flows, ...props }: FlowListProps) {
  const { flows: text } = useMessages(flowsMessages);
  return (
    <ul aria-label={text.listLabel} className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      {flows.map((flow) => (
        <FlowCard key={flow.id} flow={flow} {...props} />
      ))}
    </ul>
  );
}

type FlowCardProps = Omit<FlowListProps, "flows"> & { flow: FlowInFull };

function FlowCard({ flow, viewer, stepNeeds, has }: FlowCardProps) {
  const { flows: text } = useMessages(flowsMessages);
  const lacking = lackingFor(flow.steps, stepNeeds, has);
  const AskIcon = flow.alwaysAsks ? Hand : Zap;
  return (
    <li className="grid min-w-0 grid-cols-1 content-between gap-4 rounded-card border border-line bg-card p-4">
      <div className="grid gap-1">
        <h2 className="text-base font-strong wrap-anywhere">{flow.name}</h2>
        <p className="text-ink-soft wrap-anywhere">{flow.description}</p>
        {lacking.map((need) => (
          <p key={need} className="flex items-start gap-1.5 text-warn">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {text.needs[need]}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex flex-wrap gap-x-3 text-ink-soft">
          <span className="flex items-center gap-1.5">
            <AskIcon aria-hidden className="size-4 shrink-0" />
            {flow.alwaysAsks ? text.alwaysAsks : text.runsAtOnce}
          </span>
          {!flow.isActive && (
            <span className="flex items-center gap-1.5">
              <PowerOff aria-hidden className="size-4 shrink-0" />
              {text.off}
            </span>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          {viewer.isAdmin && (
            <ButtonLink variant="quiet" size="small">
              <IntentLink
                href={`/app/actions/flows/${flow.slug}`}
                aria-label={text.editNamed(flow.name)}
              >
                <Pencil aria-hidden />
                {text.edit}
              </IntentLink>
            </ButtonLink>
          )}
          {flow.isActive && (
            <ButtonLink variant="secondary" size="small">
              <AddressLink to={{ run: flow.slug }} aria-label={text.runNamed(flow.name)}>
                <Play aria-hidden />
                {text.run}
              </AddressLink>
            </ButtonLink>
          )}
        </div>
      </div>
    </li>
  );
}

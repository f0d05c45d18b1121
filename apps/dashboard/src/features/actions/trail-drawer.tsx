"use client";

import type { ActionRunInFull, Flow, Viewer } from "@genie/directus-client";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { flowsMessages } from "#messages/flows-messages.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { actionName } from "./action-name.ts";
import { endOf } from "./end-of.ts";
import { ResultView } from "./result-view.tsx";
import { sayDuration } from "./say-duration.ts";
import { StepList } from "./step-list.tsx";
import { useTrailEntry } from "./use-trail.ts";

type TrailDrawerProps = {
  id: string;
  viewer: Viewer;
  flows: readonly Flow[];
  onClose: () => void;
};

/** A run: what it was started with, its steps, what came of it and where that is. */
export function TrailDrawer({ id, viewer, flows, onClose }: TrailDrawerProps) {
  const { actions } = useMessages();
  const { trail: text } = useMessages(flowsMessages).flows;
  const messages = useMessages(runsMessages);
  const run = useTrailEntry(viewer, id);
  const title = run.data ? actionName(run.data.slug, flows, messages) : text.entryTitle;
  return (
    <Drawer title={title} closeLabel={actions.close} onClose={onClose}>
      {run.isPending && (
        <output aria-label={text.loading} className="grid gap-4">
          <Skeleton className="h-12 w-2/3" />
          <Skeleton className="h-28 w-full" />
        </output>
      )}
      <LoadProblem what={text.entryFailed} of={[run]} />
      {run.data === null && <p>{text.entryGone}</p>}
      {run.data && (
        <Entry run={run.data} canRepeat={flows.some(({ slug }) => slug === run.data?.slug)} />
      )}
    </Drawer>
  );
}

function Entry({ run, canRepeat }: { run: ActionRunInFull; canRepeat: boolean }) {
  const { flows: words } = useMessages(flowsMessages);
  const { trail: text } = words;
  const messages = useMessages(runsMessages);
  const { runs } = messages;
  const facts: [label: string, value: ReactNode][] = [
    [text.facts.outcome, runs.outcomes[endOf(run)]],
    [text.facts.source, text.sources[run.source]],
    [text.facts.at, <Moment key="at" at={run.at} none="" />],
    ...(run.durationMs === null
      ? []
      : [[text.facts.duration, sayDuration(run.durationMs, messages)] as [string, ReactNode]]),
  ];
  return (
    <div className="grid grid-cols-1 gap-6">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
        {facts.map(([label, value]) => (
          <div key={label} className="min-w-0">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {run.problem !== null && <Notice>{run.problem}</Notice>}
      {run.outcome === "success" && (
        <Part title={text.resultTitle}>
          <ResultView result={run.result} steps={run.steps} />
        </Part>
      )}
      {run.steps.length > 0 && (
        <Part title={text.stepsTitle}>
          <StepList steps={run.steps} />
        </Part>
      )}
      <Part title={text.paramsTitle}>
        {Object.keys(run.params).length === 0 ? (
          <p className="text-ink-soft">{text.noParams}</p>
        ) : (
          <ResultView result={run.params} />
        )}
      </Part>
      {canRepeat && (
        <ButtonLink variant="secondary" className="justify-self-start">
          <AddressLink to={{ run: run.slug, again: run.id, entry: null }}>
            {words.form.runAgain}
          </AddressLink>
        </ButtonLink>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="font-strong">{title}</h3>
      {children}
    </section>
  );
}

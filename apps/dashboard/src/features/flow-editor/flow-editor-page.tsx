"use client";

import type { FlowInFull, Viewer } from "@genie/directus-client";
import { FileQuestion } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { useFlows } from "#features/actions/use-flows.ts";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { flowEditorMessages } from "#messages/flow-editor-messages.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { emptyFlow } from "./flow-draft.ts";
import { FlowEditor } from "./flow-editor.tsx";

type FlowEditorPageProps = {
  viewer: Viewer;
  /** Null for an action that is new. */
  slug: string | null;
};

/** Where an administrator writes an action, or looks at one that comes with the product. */
export function FlowEditorPage({ viewer, slug }: FlowEditorPageProps) {
  const { flowEditor: text } = useMessages(flowEditorMessages);
  const { flows: words } = useMessages(flowsMessages);
  const flows = useFlows();
  const from = useAddress().get("from");
  const all = flows.data ?? [];
  const flow = all.find((one) => one.slug === slug);
  const isMissing = flows.data !== undefined && slug !== null && flow === undefined;
  return (
    <Page
      title={flow?.name ?? text.newTitle}
      intro={text.intro}
      action={
        <ButtonLink variant="quiet">
          <IntentLink href="/app/actions">{text.back}</IntentLink>
        </ButtonLink>
      }
    >
      {flows.isPending && <RowsSkeleton label={text.loading} />}
      <LoadProblem what={words.loadFailed} of={[flows]} />
      {isMissing && <EmptyState icon={FileQuestion} title={text.goneTitle} text={text.gone} />}
      {flows.data && !isMissing && (
        <FlowEditor
          key={`${slug} ${from}`}
          viewer={viewer}
          flow={flow ?? null}
          start={flow ?? copyOf(all, from, text.copyName)}
          takenSlugs={all.filter(({ id }) => id !== flow?.id).map((one) => one.slug)}
        />
      )}
    </Page>
  );
}

/** What a new action begins with: nothing, or all that another one says. */
function copyOf(
  flows: readonly FlowInFull[],
  from: string | null,
  nameOf: (name: string) => string,
) {
  const original = flows.find(({ slug }) => slug === from);
  if (original === undefined) return emptyFlow;
  const taken = new Set(flows.map(({ slug }) => slug));
  const base = `${original.slug.slice(0, 56)}-copy`;
  const numbers = Array.from({ length: flows.length + 1 }, (_, n) => n);
  const free = numbers.find((n) => !taken.has(n === 0 ? base : `${base}-${n + 1}`)) ?? 0;
  return {
    ...original,
    name: nameOf(original.name),
    slug: free === 0 ? base : `${base}-${free + 1}`,
    isActive: true,
  };
}

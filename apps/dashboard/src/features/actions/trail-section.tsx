"use client";

import type { Flow, Viewer } from "@genie/directus-client";
import { History, SearchX } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { TrailDrawer } from "./trail-drawer.tsx";
import { TrailFilters } from "./trail-filters.tsx";
import { trailParts, trailQuery } from "./trail-query.ts";
import { TrailRow } from "./trail-row.tsx";
import { useTrail } from "./use-trail.ts";

type TrailSectionProps = { viewer: Viewer; flows: readonly Flow[] };

/** Everything that was run for her, by whomever, and how it ended. */
export function TrailSection({ viewer, flows }: TrailSectionProps) {
  const { trail: text } = useMessages(flowsMessages).flows;
  const address = useAddress();
  const query = trailQuery(address.get);
  const pages = useTrail(viewer, query);
  const runs = pages.data?.pages.flatMap((page) => page.runs) ?? [];
  const isNarrowed = Object.values(query).some((choice) => choice !== undefined);
  const entry = address.get("entry");
  return (
    <section aria-label={text.title} className="grid grid-cols-1 gap-4">
      {(runs.length > 0 || isNarrowed) && <TrailFilters query={query} flows={flows} />}
      {pages.isPending && <RowsSkeleton label={text.loading} />}
      <LoadProblem what={text.loadFailed} of={[pages]} />
      {pages.data && runs.length === 0 && !isNarrowed && (
        <EmptyState icon={History} title={text.emptyTitle} text={text.empty} />
      )}
      {pages.data && runs.length === 0 && isNarrowed && (
        <EmptyState icon={SearchX} title={text.noneFound} text={text.noneFoundHint}>
          <Button
            variant="secondary"
            onClick={() => address.go(Object.fromEntries(trailParts.map((part) => [part, null])))}
          >
            {text.showAll}
          </Button>
        </EmptyState>
      )}
      {runs.length > 0 && (
        <ul
          aria-label={text.title}
          aria-busy={pages.isPlaceholderData}
          className="grid grid-cols-1 overflow-hidden rounded-card border border-line bg-card aria-busy:opacity-60"
        >
          {runs.map((run) => (
            <TrailRow key={run.id} run={run} flows={flows} />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} label={text.loadMore} />
      {entry !== null && (
        <TrailDrawer
          key={entry}
          id={entry}
          viewer={viewer}
          flows={flows}
          onClose={() => address.close("entry")}
        />
      )}
    </section>
  );
}

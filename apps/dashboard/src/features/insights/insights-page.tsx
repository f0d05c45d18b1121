"use client";

import type { Viewer } from "@genie/directus-client";
import { ChartLine } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { BestPosts } from "./best-posts.tsx";
import { FigureCharts } from "./figure-charts.tsx";
import { InsightsBar } from "./insights-bar.tsx";
import { insightsQuery } from "./insights-query.ts";
import { InsightsSkeletonContent } from "./insights-skeleton.tsx";
import { useInsights } from "./use-insights.ts";
import { WhatWorks } from "./what-works.tsx";

/** How her figures went, as answers to a few questions, and which posts did best. */
export function InsightsPage({ viewer }: { viewer: Viewer }) {
  const { actions, titles } = useMessages();
  const { insights: text } = useMessages(insightsMessages);
  const address = useAddress();
  const query = insightsQuery(address.get);
  const { profiles, chosen, courses, parts, hasFailed } = useInsights(viewer, query);
  const isEmpty = profiles?.length === 0;
  return (
    <Page title={titles.insights} intro={text.intro}>
      <LoadProblem what={text.loadFailed} of={parts} />
      {isEmpty && (
        <EmptyState icon={ChartLine} title={text.emptyTitle} text={text.empty}>
          <ButtonLink>
            <IntentLink href="/app/platforms">{actions.connectPlatform}</IntentLink>
          </ButtonLink>
        </EmptyState>
      )}
      {profiles !== undefined && !isEmpty && <InsightsBar profiles={profiles} query={query} />}
      {!hasFailed && courses === undefined && <InsightsSkeletonContent />}
      {courses !== undefined && !isEmpty && (
        <>
          {chosen.length === 0 ? (
            <p>{text.accountGone}</p>
          ) : (
            <FigureCharts courses={courses} period={query.period} />
          )}
          {chosen.length > 0 && <WhatWorks query={query} />}
          <BestPosts profiles={chosen} query={query} />
        </>
      )}
    </Page>
  );
}

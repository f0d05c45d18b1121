"use client";

import { fewestPosts } from "@genie/schema";
import { useId } from "react";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type InsightsQuery, successes } from "./insights-query.ts";
import { LinkChoice } from "./link-choice.tsx";
import { PlatformWorks } from "./platform-works.tsx";
import { useWhatWorks } from "./use-what-works.ts";

/** What earns and engages on each platform, by what posts are about. */
export function WhatWorks({ query }: { query: InsightsQuery }) {
  const { works: text } = useMessages(insightsMessages).insights;
  const titleId = useId();
  const works = useWhatWorks(query);
  const { data, isPending, isPlaceholderData } = works;
  // Likes are those of the whole platform, whatever the currency.
  const shown = data?.platforms.filter(
    ({ platform }, place, all) =>
      query.by === "earnings" || all.findIndex((one) => one.platform === platform) === place,
  );
  return (
    <Card
      aria-labelledby={titleId}
      aria-busy={isPlaceholderData}
      className="grid grid-cols-1 gap-4 aria-busy:opacity-60"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="grid gap-1">
          <CardTitle id={titleId}>{text.title}</CardTitle>
          <p className="text-ink-soft">{text.explained[query.period]}</p>
        </div>
        <LinkChoice
          label={text.byLabel}
          part="by"
          choices={successes.map((success) => ({
            value: success === "engagement" ? null : success,
            label: text.by[success],
            isChosen: success === query.by,
          }))}
        />
      </div>
      {isPending && (
        <output aria-label={text.loading}>
          <Skeleton className="h-60" />
        </output>
      )}
      <LoadProblem what={text.loadFailed} of={[works]} />
      {shown?.length === 0 && <p className="text-ink-soft">{text.empty}</p>}
      {shown?.map((platform) => (
        <PlatformWorks
          key={`${platform.platform} ${platform.currency}`}
          insights={platform}
          query={query}
        />
      ))}
      {shown !== undefined && shown.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer rounded-control py-1 text-ink-soft hover:text-ink pointer-coarse:py-2.5">
            {text.certaintyTitle}
          </summary>
          <p className="max-w-prose pt-1">{text.certainty(fewestPosts)}</p>
        </details>
      )}
    </Card>
  );
}

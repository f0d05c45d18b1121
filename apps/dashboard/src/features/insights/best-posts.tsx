"use client";

import { listLibrary, type Profile } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { libraryKey } from "#features/media/library-key.ts";
import { accountCurrency } from "#features/platforms/account-currency.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { BestPost } from "./best-post.tsx";
import { bestOrders, type InsightsQuery, startOf } from "./insights-query.ts";
import { LinkChoice } from "./link-choice.tsx";

const shownCount = 6;

type BestPostsProps = { profiles: Profile[]; query: InsightsQuery };

/** The posts that came out on top; money is compared within a currency only. */
export function BestPosts({ profiles, query }: BestPostsProps) {
  const { insights: text } = useMessages(insightsMessages);
  const titleId = useId();
  const currencies = [...new Set(profiles.map(accountCurrency))].filter((one) => one !== null);
  const isSplit = query.best === "earnings" && currencies.length > 1;
  return (
    <Card aria-labelledby={titleId} className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="grid gap-1">
          <CardTitle id={titleId}>{text.best.title}</CardTitle>
          <p className="text-ink-soft">{text.best.explained[query.period]}</p>
        </div>
        <LinkChoice
          label={text.best.orderLabel}
          part="best"
          choices={bestOrders.map((order) => ({
            value: order === "likes" ? null : order,
            label: text.best.orders[order],
            isChosen: order === query.best,
          }))}
        />
      </div>
      {isSplit ? (
        currencies.map((currency) => (
          <section key={currency} className="grid grid-cols-1 gap-2">
            <h3 className="font-strong">{text.currency(currency)}</h3>
            <BestList query={query} currency={currency} />
          </section>
        ))
      ) : (
        <BestList query={query} currency={undefined} />
      )}
    </Card>
  );
}

type BestListProps = Pick<BestPostsProps, "query"> & { currency: string | undefined };

function BestList({ query: { account, best, period }, currency }: BestListProps) {
  const { insights: text } = useMessages(insightsMessages);
  const posts = useQuery({
    queryKey: [...libraryKey, "best", account, best, period, currency],
    queryFn: async () => {
      const { media } = await listLibrary(
        browserDirectus(),
        {
          order: best,
          source: ["scraped"],
          currency,
          profile: account === null ? undefined : [account],
          from: startOf(period, new Date())?.toISOString(),
        },
        { limit: shownCount },
      );
      return media.filter((one) => Number(one[best] ?? 0) > 0);
    },
  });
  if (posts.isPending) {
    return (
      <output aria-label={text.best.loading} className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {Array.from({ length: shownCount }, (_, place) => (
          <Skeleton key={place} className="h-20" />
        ))}
      </output>
    );
  }
  return (
    <>
      <LoadProblem what={text.best.loadFailed} of={[posts]} />
      {posts.data?.length === 0 && <p className="text-ink-soft">{text.best.empty[best]}</p>}
      <ol className="grid grid-cols-1 gap-2 empty:hidden sm:grid-cols-2">
        {posts.data?.map((media) => (
          <li key={media.id}>
            <BestPost media={media} by={best} />
          </li>
        ))}
      </ol>
    </>
  );
}

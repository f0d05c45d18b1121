"use client";

import { conceptSlugs, fewestPosts, type PlatformInsights } from "@genie/schema";
import { useId } from "react";
import { useNow } from "#components/ui/use-now.ts";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { insightsMessages } from "#messages/insights-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { GroupTable } from "./group-table.tsx";
import type { InsightsQuery } from "./insights-query.ts";
import { standingTags } from "./standing-tags.ts";

type PlatformWorksProps = { insights: PlatformInsights; query: InsightsQuery };

/** Each concept with its bands, and the tags that stand out, on one platform and in one currency. */
export function PlatformWorks({ insights, query }: PlatformWorksProps) {
  const { insights: words } = useMessages(insightsMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const text = words.works;
  const { by } = query;
  const { platform, currency, posts, unsorted, bands } = insights;
  const name = usePlatformNames().find(({ id }) => id === platform)?.name ?? platform;
  const titleId = useId();
  const question = text.questions[by](name);
  const [first] = bands;
  const known = first === undefined ? 0 : first[by].posts + first[by].others;
  const isEnough = known >= 2 * fewestPosts;
  const tags = standingTags(insights, by);
  const most = Math.max(...[...bands, ...tags].map((group) => group[by].median ?? 0));
  const shared = { platform, currency, query, now: useNow(), most };
  return (
    <section aria-labelledby={titleId} className="grid grid-cols-1 gap-4 border-t border-line pt-4">
      <div className="grid gap-1">
        <h3 id={titleId} className="font-strong">
          {by === "earnings" && currency !== null ? words.questionIn(question, currency) : question}
        </h3>
        <p className="text-ink-soft">
          {isEnough && text.of(known)}
          {!isEnough && known > 0 && text.fewInAll(known, fewestPosts)}
          {known === 0 && posts > 0 && text.none[by]} {unsorted > 0 && text.unsorted(unsorted)}
        </p>
      </div>
      {isEnough && (
        <div className="grid grid-cols-1 gap-x-8 gap-y-5 md:grid-cols-2">
          <GroupTable
            {...shared}
            title={text.tags}
            groups={tags}
            none={text.noTags}
            className={tags.length > 3 ? "md:row-span-2" : undefined}
          />
          {conceptSlugs.map((slug) => (
            <GroupTable
              key={slug}
              {...shared}
              title={taxonomy.concepts[slug].name}
              about={taxonomy.concepts[slug].about}
              groups={bands.filter(({ concept }) => concept === slug)}
              none={text.unknown}
            />
          ))}
        </div>
      )}
    </section>
  );
}

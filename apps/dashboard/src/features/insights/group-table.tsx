"use client";

import { conceptBands, type ConceptChoice, type InsightGroup } from "@genie/schema";
import { useId } from "react";
import { cn } from "#components/ui/cn.ts";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { formatCount, formatMoney } from "#features/media/format-figures.ts";
import { bandWords } from "#features/taxonomy/band-words.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { differenceWords } from "./difference-words.ts";
import { groupHref } from "./group-href.ts";
import type { InsightsQuery } from "./insights-query.ts";

type GroupTableProps = {
  title: string;
  about?: string;
  groups: readonly InsightGroup[];
  /** Said where no group has a post. */
  none: string;
  platform: string;
  currency: string | null;
  query: InsightsQuery;
  now: Date;
  /** The median that fills a bar. */
  most: number;
  className?: string | undefined;
};

/** Groups of posts with their median as a bar, how many posts that is, and how it differs from the rest. */
export function GroupTable({ title, about, groups, none, className, ...shared }: GroupTableProps) {
  const { works: text } = useMessages(insightsMessages).insights;
  const titleId = useId();
  const { by } = shared.query;
  const hasPosts = groups.some((group) => group[by].posts > 0);
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <h4 id={titleId} title={about} className="font-strong">
        {title}
      </h4>
      {hasPosts ? (
        <table aria-labelledby={titleId} className="w-full table-fixed">
          <thead className="sr-only">
            <tr>
              <th scope="col">{text.group}</th>
              <th scope="col">{text.figures[by]}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupRow key={keyOf(group)} group={group} {...shared} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-ink-soft">{none}</p>
      )}
    </div>
  );
}

const keyOf = ({ concept, group }: InsightGroup) =>
  "tag" in group ? group.tag : `${concept}.${group.band}`;

type GroupRowProps = Omit<GroupTableProps, "about" | "className" | "groups" | "none" | "title"> & {
  group: InsightGroup;
};

function GroupRow({ group: one, platform, currency, query, now, most }: GroupRowProps) {
  const { works: text } = useMessages(insightsMessages).insights;
  const { taxonomy } = useMessages(taxonomyMessages);
  const zone = useTimeZone();
  const { concept, group } = one;
  const figure = one[query.by];
  const { median, isClear } = figure;
  const say = (value: number) =>
    query.by === "earnings" ? formatMoney(String(value), currency) : formatCount(value);
  const name = "tag" in group ? group.tag : bandWords(taxonomy, choiceOf(concept, group.band));
  return (
    <tr>
      <th scope="row" className="w-2/5 py-1 pr-3 text-left align-top font-normal">
        {figure.posts === 0 ? (
          <span className="text-ink-soft">{name}</span>
        ) : (
          <IntentLink
            href={groupHref(one, { platform, query, zone, now })}
            className="flex min-h-6 items-center wrap-anywhere underline decoration-line underline-offset-4 hover:decoration-current pointer-coarse:min-h-11"
          >
            <span {...("tag" in group && { "data-sensitive": "" })}>{name}</span>
          </IntentLink>
        )}
      </th>
      <td className="py-1 align-top">
        <div data-sensitive className="grid gap-0.5">
          {median !== null && (
            <div className="flex items-center gap-2">
              <div aria-hidden className="h-2 min-w-0 flex-1 rounded-full bg-sunken">
                <div
                  className={cn("h-full rounded-full", isClear ? "bg-accent" : "bg-ink-soft")}
                  style={{ width: most > 0 ? `${(median / most) * 100}%` : 0 }}
                />
              </div>
              <span className="min-w-14 text-right font-strong tabular-nums">{say(median)}</span>
            </div>
          )}{" "}
          <p className={cn("text-xs", !isClear && "text-ink-soft")}>
            {differenceWords(figure, text)}
          </p>
        </div>
      </td>
    </tr>
  );
}

const choiceOf = (
  concept: InsightGroup["concept"],
  band: keyof typeof conceptBands,
): ConceptChoice => `${concept}.${band}`;

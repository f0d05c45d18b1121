"use client";

import { cn } from "#components/ui/cn.ts";
import { dayName } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { useNow } from "#components/ui/use-now.ts";
import { formatCount, formatMoney } from "#features/media/format-figures.ts";
import { homeMessages } from "#messages/home-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Trend } from "./account-trend.ts";
import { SparkLine } from "./spark-line.tsx";

/** One figure: what it is now, how it changed, and the line of it. */
export function FigureTile({ trend, currency }: { trend: Trend; currency: string | null }) {
  const { home } = useMessages(homeMessages);
  const zone = useTimeZone();
  const now = useNow();
  const { figure, latest, change, since, points } = trend;
  const say = (value: number) =>
    figure === "earnings" ? formatMoney(value.toFixed(2), currency) : formatCount(value);
  const sinceDay =
    since === null
      ? null
      : dayName(wallTimeAt(new Date(since), zone).date, wallTimeAt(now, zone).date);
  return (
    <div className="grid content-start gap-1">
      <dt className="text-ink-soft">{home.figures[figure]}</dt>
      <dd className="text-lg font-strong">
        {latest === null ? (
          <span className="text-base font-normal text-ink-soft">{home.figureUnknown}</span>
        ) : (
          <span data-sensitive>{say(latest)}</span>
        )}
      </dd>
      {latest !== null && (
        <dd
          className={cn(
            change === null || change === 0
              ? "text-ink-soft"
              : change > 0
                ? "text-good"
                : "text-danger",
          )}
        >
          {change === null || sinceDay === null ? (
            home.firstReading
          ) : (
            <span data-sensitive>
              {change === 0
                ? home.noChange(sinceDay)
                : home.changeSince(`${change > 0 ? "+" : "−"}${say(Math.abs(change))}`, sinceDay)}
            </span>
          )}
        </dd>
      )}
      {points.length > 1 && (
        <dd data-sensitive>
          <SparkLine points={points} label={home.trend(home.figures[figure])} />
        </dd>
      )}
    </div>
  );
}

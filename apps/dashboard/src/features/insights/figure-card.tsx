"use client";

import { useId } from "react";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { dayName } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { useNow } from "#components/ui/use-now.ts";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type Figure, type Line } from "./figure-lines.ts";
import { figureWords } from "./figure-words.ts";
import { type Period, startOf, stepMs } from "./insights-query.ts";
import { LineChart } from "./line-chart.tsx";
import { LineKey } from "./line-key.tsx";
import { ReadingsTable } from "./readings-table.tsx";
import { readingsByDay } from "./readings-by-day.ts";

type FigureCardProps = { figure: Figure; question: string; lines: Line[]; period: Period };

/** A question, its answer for each account in a sentence, and the course as a chart and as a table. */
export function FigureCard({ figure, question, lines, period }: FigureCardProps) {
  const { insights: text } = useMessages(insightsMessages);
  const zone = useTimeZone();
  const now = useNow();
  const accountName = useAccountName();
  const titleId = useId();
  const words = figureWords(figure, lines[0]?.currency ?? null);
  const today = wallTimeAt(now, zone).date;
  const named = lines.map((line) => ({
    ...line,
    key: line.profile.id,
    label: accountName(line.profile),
  }));
  const drawn = named.filter(({ points }) => points.length > 0);
  const days = readingsByDay(
    drawn.map(({ points }) => points),
    zone,
  );
  const hasLine = drawn.some(({ points }) => points.length > 1);
  const from = startOf(period, now)?.getTime() ?? days[0]?.at ?? now.getTime();
  return (
    <Card aria-labelledby={titleId} className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <CardTitle id={titleId}>{question}</CardTitle>
        <p className="text-ink-soft">{text.explained[figure]}</p>
      </div>
      <ul className="grid gap-1">
        {named.map((line, place) => (
          <li key={line.profile.id} className="flex items-start gap-2">
            {named.length > 1 && <LineKey place={place} />}
            <p className="min-w-0 wrap-anywhere" data-sensitive>
              {named.length > 1 && <span className="text-ink-soft">{line.label}: </span>}
              {answer(line)}
            </p>
          </li>
        ))}
      </ul>
      {hasLine && (
        <>
          <LineChart
            question={question}
            lines={named}
            days={days}
            from={from}
            until={now.getTime()}
            stepMs={stepMs(period)}
            words={words}
          />
          <ReadingsTable caption={question} lines={drawn} days={days} say={words.say} />
        </>
      )}
    </Card>
  );

  function answer({ points, profile }: Line): string {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) {
      return profile.lastScrapedAt === null ? text.notRead : text.notShown;
    }
    const firstDay = dayName(wallTimeAt(new Date(first.at), zone).date, today);
    if (points.length === 1) return text.oneReading(words.say(first.value), firstDay);
    const change = last.value - first.value;
    if (change === 0) return text.same(words.say(last.value), firstDay);
    const amount = words.say(Math.abs(change));
    return change > 0
      ? text.more(amount, firstDay, words.say(last.value))
      : text.fewer(amount, firstDay, words.say(last.value));
  }
}

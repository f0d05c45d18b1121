"use client";

import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FigureCard } from "./figure-card.tsx";
import { byCurrency, type Course, type Figure, figureLines } from "./figure-lines.ts";
import type { Period } from "./insights-query.ts";

const figures = ["followers", "likes", "earnings"] as const satisfies readonly Figure[];

/** A card for each question; money has one for each currency. */
export function FigureCharts({ courses, period }: { courses: Course[]; period: Period }) {
  const { insights: text } = useMessages(insightsMessages);
  return figures.flatMap((figure) => {
    const groups = byCurrency(figureLines(courses, figure));
    return groups.map((lines) => {
      const currency = lines[0]?.currency ?? null;
      return (
        <FigureCard
          key={`${figure}-${currency}`}
          figure={figure}
          question={
            groups.length > 1
              ? text.questionIn(text.questions[figure], currency)
              : text.questions[figure]
          }
          lines={lines}
          period={period}
        />
      );
    });
  });
}

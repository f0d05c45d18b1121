"use client";

import { listMediaSnapshots, type Media, type MediaSnapshot } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { figureWords } from "#features/insights/figure-words.ts";
import { LineChart } from "#features/insights/line-chart.tsx";
import { ReadingsTable } from "#features/insights/readings-table.tsx";
import { readingsByDay } from "#features/insights/readings-by-day.ts";
import { TimeZoneProvider } from "#features/calendar/time-zone-provider.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { libraryKey } from "./library-key.ts";

const figures = ["likes", "comments", "views", "earnings"] as const;
// A reading is of a day of UTC, and stands at its midnight, which is the day before for half the world.
const readIn = "UTC";
const dayMs = 24 * 60 * 60_000;

/** How an entry did over time, one figure at a time; nothing until it was read on two days. */
export function MediaCourse({ media }: { media: Media }) {
  const { library } = useMessages(libraryMessages);
  const now = useNow();
  const [chosen, setChosen] = useState<(typeof figures)[number] | null>(null);
  const { data: snapshots = [] } = useQuery({
    queryKey: [...libraryKey, "snapshots", media.id],
    queryFn: () => listMediaSnapshots(browserDirectus(), media.id),
  });
  const known = figures.filter((figure) => pointsOf(snapshots, figure).length > 1);
  const figure = known.find((one) => one === chosen) ?? known[0];
  if (figure === undefined) return null;
  const label = library.figures[figure];
  const points = pointsOf(snapshots, figure);
  const line = { key: figure, label, points };
  const days = readingsByDay([points], readIn);
  const words = figureWords(figure, media.currency);
  const question = library.detail.course(label);
  return (
    <section className="grid grid-cols-1 gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-strong">{library.detail.courseTitle}</h3>
        {known.length > 1 && (
          <ChoiceSelect
            label={library.detail.figure}
            value={figure}
            choices={known.map((one) => [one, library.figures[one]])}
            onChoose={(value) => setChosen(known.find((one) => one === value) ?? null)}
          />
        )}
      </div>
      <TimeZoneProvider zone={readIn}>
        <LineChart
          question={question}
          lines={[line]}
          days={days}
          from={days[0]?.at ?? now.getTime()}
          until={now.getTime()}
          // A day without a change has no reading: what is between two stayed as it was.
          stepMs={Math.max(dayMs, now.getTime() - (days[0]?.at ?? 0))}
          words={words}
        />
        <ReadingsTable caption={question} lines={[line]} days={days} say={words.say} />
      </TimeZoneProvider>
    </section>
  );
}

function pointsOf(snapshots: readonly MediaSnapshot[], figure: (typeof figures)[number]) {
  return snapshots.flatMap((snapshot) => {
    const value = snapshot[figure];
    return value === null ? [] : [{ at: Date.parse(snapshot.takenOn), value: Number(value) }];
  });
}

"use client";

import { ChevronDown } from "lucide-react";
import { Input } from "#components/ui/input.tsx";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FacetValue } from "./facet-section.tsx";
import { useLibraryFilter } from "./use-library-filter.ts";

type DateFacetProps = { years: readonly { value: string; count: number }[] };

/** When it was published or came here: whole years, or from a day until a day. */
export function DateFacet({ years }: DateFacetProps) {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const filter = useLibraryFilter();
  const [from = ""] = filter.chosen("from");
  const [until = ""] = filter.chosen("until");
  const newestFirst = years.toSorted((a, b) => b.value.localeCompare(a.value));
  return (
    <details open className="group border-b border-line py-1">
      <summary className="flex min-h-8 cursor-pointer list-none items-center justify-between rounded-control font-strong pointer-coarse:min-h-11">
        {text.facets.date}
        <ChevronDown aria-hidden className="size-4 text-ink-soft group-open:rotate-180" />
      </summary>
      <ul>
        {newestFirst.map(({ value, count }) => {
          const [first, last] = [`${value}-01-01`, `${value}-12-31`];
          const isChosen = from === first && until === last;
          return (
            <li key={value}>
              <FacetValue
                label={value}
                count={count}
                isChosen={isChosen}
                onToggle={() =>
                  isChosen ? filter.chooseDates(null, null) : filter.chooseDates(first, last)
                }
              />
            </li>
          );
        })}
      </ul>
      <div className="grid grid-cols-1 gap-1.5 py-1.5">
        <Day
          label={text.from}
          value={from}
          max={until}
          onChange={(day) => filter.chooseDates(day, until || null)}
        />
        <Day
          label={text.until}
          value={until}
          min={from}
          onChange={(day) => filter.chooseDates(from || null, day)}
        />
      </div>
    </details>
  );
}

type DayProps = {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string | null) => void;
};

function Day({ label, value, onChange, ...bounds }: DayProps) {
  return (
    <label className="grid grid-cols-[3rem_minmax(0,1fr)] items-center gap-2">
      <span className="text-ink-soft">{label}</span>
      <Input
        type="date"
        value={value}
        {...bounds}
        onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
      />
    </label>
  );
}

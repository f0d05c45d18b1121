"use client";

import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { isDate } from "#features/calendar/days.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type ChosenFacet, type FilterPart, partOfFacet } from "./library-query.ts";
import { useLibraryFilter } from "./use-library-filter.ts";
import { useValueName } from "./use-value-names.ts";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const facets = Object.keys(partOfFacet) as ChosenFacet[];

/** What narrows the library, each with a way to take it off. */
export function ChosenChips() {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const filter = useLibraryFilter();
  const nameOf = useValueName();
  const ofFacets = facets.flatMap((facet) => {
    const part = partOfFacet[facet];
    return filter.chosen(part).map((value) => ({ part, value, label: nameOf(facet, value) }));
  });
  const dates = (["from", "until"] as const).flatMap((part) =>
    filter
      .chosen(part)
      .filter(isDate)
      .map((value) => ({ part, value, label: text.chips[part](day.format(new Date(value))) })),
  );
  const others = (["account", "bin"] as const).flatMap((part) =>
    filter.chosen(part).map((value) => ({ part, value, label: text.chips[part] })),
  );
  const chips: { part: FilterPart; value: string; label: string }[] = [
    ...others,
    ...ofFacets,
    ...dates,
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={text.chosen} className="flex flex-wrap gap-1.5">
      {chips.map(({ part, value, label }) => (
        <li key={`${part} ${value}`}>
          <button
            type="button"
            aria-label={text.takeOff(label)}
            onClick={() => filter.toggle(part, value)}
            className="flex min-h-8 max-w-60 items-center gap-1.5 rounded-control bg-accent-soft px-2.5 text-accent hover:bg-sunken pointer-coarse:min-h-11"
          >
            <span
              {...((part === "tag" || part === "subject") && { "data-sensitive": "" })}
              className="truncate"
            >
              {label}
            </span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button variant="quiet" size="small" onClick={filter.clear}>
            {text.clearAll}
          </Button>
        </li>
      )}
    </ul>
  );
}

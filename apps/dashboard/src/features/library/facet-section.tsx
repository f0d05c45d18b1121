"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { formatCount } from "#features/media/format-figures.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ChosenFacet } from "./library-query.ts";
import { usePressedAhead } from "./use-pressed-ahead.ts";
import { useValueName } from "./use-value-names.ts";

const mostAtFirst = 7;

type FacetSectionProps = {
  facet: ChosenFacet;
  values: readonly { value: string; count: number }[];
  /** Whether the counts are known already. */
  isCounted: boolean;
  chosen: readonly string[];
  onToggle: (value: string) => void;
};

/** A facet that folds; of tags and subjects, of which there may be many, those that a few letters find. */
export function FacetSection({ facet, values, isCounted, chosen, onToggle }: FacetSectionProps) {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const nameOf = useValueName();
  const [letters, setLetters] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  const titleId = useId();
  if (isCounted && values.length === 0) return null;
  // Of what people write and are found to write about there may be many.
  const list = facet === "tag" || facet === "subject" ? text.lists[facet] : null;
  const wanted = letters.trim().toLowerCase();
  const found = values.filter(({ value }) => nameOf(facet, value).toLowerCase().includes(wanted));
  const shown = showsAll
    ? found
    : found.filter((one, place) => place < mostAtFirst || chosen.includes(one.value));
  return (
    <details open className="group border-b border-line py-1 last-of-type:border-0">
      <summary
        id={titleId}
        className="flex min-h-8 cursor-pointer list-none items-center justify-between rounded-control font-strong pointer-coarse:min-h-11"
      >
        {text.facets[facet]}
        <ChevronDown aria-hidden className="size-4 text-ink-soft group-open:rotate-180" />
      </summary>
      {list !== null && values.length > mostAtFirst && (
        <Input
          type="search"
          aria-label={list.find}
          placeholder={list.find}
          value={letters}
          onChange={({ target }) => setLetters(target.value)}
          className="my-1"
        />
      )}
      <ul aria-labelledby={titleId}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <FacetValue
              label={nameOf(facet, value)}
              count={isCounted ? count : null}
              isChosen={chosen.includes(value)}
              isSensitive={list !== null}
              onToggle={() => onToggle(value)}
            />
          </li>
        ))}
      </ul>
      {list !== null && isCounted && found.length === 0 && (
        <p className="py-1 text-ink-soft">{list.none}</p>
      )}
      {(found.length > shown.length || showsAll) && (
        <Button
          variant="quiet"
          size="small"
          className="px-1"
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? text.showFewer : text.showMore(found.length - shown.length)}
        </Button>
      )}
    </details>
  );
}

type FacetValueProps = {
  label: string;
  /** Null while it is not known. */
  count: number | null;
  isChosen: boolean;
  isSensitive?: boolean;
  onToggle: () => void;
};

/** A value with how many entries have it; all of it can be pressed, and shows that at once. */
export function FacetValue({ label, count, isChosen, isSensitive, onToggle }: FacetValueProps) {
  const { isPressed, press } = usePressedAhead(isChosen, onToggle);
  return (
    <label className="flex min-h-7 items-center gap-2 rounded-control hover:bg-sunken pointer-coarse:min-h-11">
      <input type="checkbox" checked={isPressed} onChange={press} className="size-4 shrink-0" />
      <span
        {...(isSensitive && { "data-sensitive": "" })}
        className="min-w-0 flex-1 truncate"
        title={label}
      >
        {label}
      </span>{" "}
      <span className="text-xs text-ink-soft tabular-nums">
        {count === null ? "" : formatCount(count)}
      </span>
    </label>
  );
}

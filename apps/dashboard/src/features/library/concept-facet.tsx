"use client";

import { type ConceptChoice, conceptChoices, type ConceptSlug, conceptSlugs } from "@genie/schema";
import { ChevronDown } from "lucide-react";
import { formatCount } from "#features/media/format-figures.ts";
import { bandWords } from "#features/taxonomy/band-words.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { usePressedAhead } from "./use-pressed-ahead.ts";

type ConceptFacetProps = {
  /** Undefined until they are counted. */
  counted: readonly { value: string; count: number }[] | undefined;
  chosen: readonly string[];
  onToggle: (value: string) => void;
};

/** Each concept with its three bands side by side, and how many entries lie in each. */
export function ConceptFacet({ counted, chosen, onToggle }: ConceptFacetProps) {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const counts = new Map(counted?.map(({ value, count }) => [value, count]));
  const shown = conceptSlugs.filter((slug) =>
    choicesOf(slug).some((choice) => counts.has(choice) || chosen.includes(choice)),
  );
  if (shown.length === 0) return null;
  return (
    <details open className="group border-b border-line py-1 last-of-type:border-0">
      <summary className="flex min-h-8 cursor-pointer list-none items-center justify-between rounded-control font-strong pointer-coarse:min-h-11">
        {text.facets.concept}
        <ChevronDown aria-hidden className="size-4 text-ink-soft group-open:rotate-180" />
      </summary>
      <div className="grid grid-cols-1 gap-2.5 pb-2">
        {shown.map((slug) => (
          <Concept key={slug} slug={slug} counts={counts} chosen={chosen} onToggle={onToggle} />
        ))}
      </div>
    </details>
  );
}

const choicesOf = (slug: ConceptSlug) =>
  conceptChoices.filter((choice) => choice.startsWith(`${slug}.`));

type ConceptProps = Pick<ConceptFacetProps, "chosen" | "onToggle"> & {
  slug: ConceptSlug;
  counts: ReadonlyMap<string, number>;
};

function Concept({ slug, counts, chosen, onToggle }: ConceptProps) {
  const { taxonomy } = useMessages(taxonomyMessages);
  const { name, about } = taxonomy.concepts[slug];
  return (
    <fieldset>
      <legend title={about} className="pb-1 text-ink-soft">
        {name}
      </legend>
      <div className="flex divide-x divide-line overflow-hidden rounded-control border border-control">
        {choicesOf(slug).map((choice) => (
          <Band
            key={choice}
            choice={choice}
            count={counts.get(choice) ?? 0}
            isChosen={chosen.includes(choice)}
            onToggle={() => onToggle(choice)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type BandProps = {
  choice: ConceptChoice;
  count: number;
  isChosen: boolean;
  onToggle: () => void;
};

function Band({ choice, count, isChosen, onToggle }: BandProps) {
  const { taxonomy } = useMessages(taxonomyMessages);
  const { isPressed, press } = usePressedAhead(isChosen, onToggle);
  return (
    <label className="relative flex min-h-11 flex-1 basis-0 flex-col items-center justify-center px-0.5 text-center text-xs -outline-offset-2 hover:bg-sunken has-checked:bg-accent-soft has-checked:font-strong has-checked:text-accent has-disabled:text-ink-soft has-disabled:hover:bg-transparent has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="checkbox"
        checked={isPressed}
        disabled={count === 0 && !isPressed}
        onChange={press}
        className="sr-only"
      />
      <span className="leading-tight">{bandWords(taxonomy, choice)}</span>{" "}
      <span className="leading-tight tabular-nums">{formatCount(count)}</span>
    </label>
  );
}

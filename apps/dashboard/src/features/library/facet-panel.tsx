"use client";

import type { LibraryFacetsAnswer } from "@genie/schema";
import { Choice } from "#components/ui/choice.tsx";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConceptFacet } from "./concept-facet.tsx";
import { DateFacet } from "./date-facet.tsx";
import { FacetSection } from "./facet-section.tsx";
import {
  bandNames,
  type ChosenFacet,
  mediaKinds,
  mediaSources,
  partOfFacet,
} from "./library-query.ts";
import { useLibraryFilter } from "./use-library-filter.ts";

type FacetPanelProps = {
  /** Undefined until they are counted. */
  facets: LibraryFacetsAnswer["facets"] | undefined;
};

// In their own order, whatever there is most of.
const fixed: Partial<Record<ChosenFacet, readonly string[]>> = {
  kind: mediaKinds,
  source: mediaSources,
  used: ["yes", "no"],
  earned: bandNames,
};
const shownFirst = ["platform", "kind", "source", "used"] as const;
const shownLast = ["earned", "tag", "subject"] as const;

/** What of the library is shown: each facet with its values and how many entries have them. */
export function FacetPanel({ facets }: FacetPanelProps) {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const filter = useLibraryFilter();
  const section = (facet: ChosenFacet) => {
    const part = partOfFacet[facet];
    const chosen = filter.chosen(part);
    return (
      <FacetSection
        key={facet}
        facet={facet}
        values={valuesOf(facet, facets?.[facet], chosen)}
        isCounted={facets !== undefined}
        chosen={chosen}
        onToggle={(value) =>
          // Used and never used are each other's opposite.
          facet === "used"
            ? filter.choose(part, chosen.includes(value) ? [] : [value])
            : filter.toggle(part, value)
        }
      />
    );
  };
  return (
    <div className="grid grid-cols-1 gap-1">
      {shownFirst.map(section)}
      <DateFacet years={facets?.year ?? []} />
      {shownLast.map(section)}
      <ConceptFacet
        counted={facets?.concept}
        chosen={filter.chosen("concept")}
        onToggle={(choice) => filter.toggle("concept", choice)}
      />
      <div className="border-t border-line pt-2">
        <Choice
          type="checkbox"
          label={text.bin.title}
          hint={text.bin.hint}
          checked={filter.chosen("bin").includes("1")}
          onChange={() => filter.toggle("bin", "1")}
        />
      </div>
    </div>
  );
}

type Counted = { value: string; count: number };

function valuesOf(
  facet: ChosenFacet,
  counted: readonly Counted[] | undefined,
  chosen: readonly string[],
): Counted[] {
  const counts = new Map((counted ?? []).map(({ value, count }) => [nameOf(facet, value), count]));
  const known = fixed[facet] ?? [...new Set([...counts.keys(), ...chosen])];
  return known
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value) || counted === undefined);
}

/** As it stands in the address. */
function nameOf(facet: ChosenFacet, value: string): string {
  if (facet !== "used") return value;
  return value === "true" ? "yes" : "no";
}

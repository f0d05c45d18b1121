"use client";

import type { ConceptSlug } from "@genie/schema";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { PopoverSheet } from "#components/ui/popover-sheet.tsx";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConceptMeter } from "./concept-meter.tsx";
import { ConceptWhy } from "./concept-why.tsx";
import { type Sorted, standingOf } from "./corrections.ts";

type ConceptRowProps = {
  concept: ConceptSlug;
  entry: Sorted;
  /** Undefined where she can't change it now. */
  onSet: ((value: number | null) => void) | undefined;
};

/** A concept: where the entry stands in it, and why. */
export function ConceptRow({ concept, entry, onSet }: ConceptRowProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { actions } = useMessages();
  const { taxonomy } = useMessages(taxonomyMessages);
  const [open, setOpen] = useState(false);
  const { name } = taxonomy.concepts[concept];
  const { value, band, certainty } = standingOf(entry.classification, concept);
  const standing = band === null ? text.notFound : taxonomy.bands[concept][band];
  const words =
    certainty === "low"
      ? text.unsure(standing)
      : certainty === "corrected"
        ? text.corrected(standing)
        : standing;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_4.5rem_auto] items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
      <span className="grid">
        {name}
        <span data-sensitive className="text-xs text-ink-soft">
          {words}
        </span>
      </span>
      <ConceptMeter
        concept={concept}
        label={name}
        words={words}
        value={value}
        certainty={certainty}
      />
      <PopoverSheet
        open={open}
        onOpenChange={setOpen}
        title={name}
        closeLabel={actions.close}
        trigger={
          <Button
            variant="quiet"
            size="small"
            className="-mr-2 px-2 underline underline-offset-4"
            aria-label={text.whyNamed(name)}
          >
            {text.why}
          </Button>
        }
      >
        <ConceptWhy concept={concept} entry={entry} onSet={onSet} />
      </PopoverSheet>
    </li>
  );
}

"use client";

import type { ClassifiedTag, ConceptSlug } from "@genie/schema";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConceptSlider } from "./concept-slider.tsx";
import { type Sorted, standingOf } from "./corrections.ts";

type ConceptWhyProps = {
  concept: ConceptSlug;
  entry: Sorted;
  onSet: ((value: number | null) => void) | undefined;
};

/** Which tags say so and by which words, how sure that is, and a way to set it oneself. */
export function ConceptWhy({ concept, entry, onSet }: ConceptWhyProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const { value, band, certainty } = standingOf(entry.classification, concept);
  const tags = entry.classification.tags.filter((tag) => tag.concept === concept);
  const counting = tags.filter(({ by }) => by !== "proposed");
  return (
    <>
      <div className="grid gap-1">
        <p className="text-ink-soft">{taxonomy.concepts[concept].about}</p>
        <p data-sensitive>
          {band === null ? "" : `${taxonomy.bands[concept][band]}. `}
          {text.certainty[certainty]}
        </p>
      </div>
      {counting.length > 0 && (
        <section aria-labelledby={`because-${concept}`} className="grid gap-1.5">
          <h3 id={`because-${concept}`} className="font-strong">
            {text.because}
          </h3>
          <ul data-sensitive className="grid gap-2">
            {counting.map((tag) => (
              <li key={tag.tag} className="grid gap-0.5 wrap-anywhere">
                {tag.tag}
                <TagEvidence tag={tag} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {counting.length === 0 && (certainty === "low" || certainty === "medium") && (
        <p className="text-ink-soft">{text.onlyMedia}</p>
      )}
      {counting.length < tags.length && <p className="text-ink-soft">{text.proposedOnly}</p>}
      {onSet && (
        <ConceptSlider
          concept={concept}
          value={value}
          isCorrected={certainty === "corrected"}
          onSet={onSet}
        />
      )}
    </>
  );
}

function TagEvidence({ tag: { tag, by, from } }: { tag: ClassifiedTag }) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const said = from.map((one) =>
    [text.evidence(one), ...(one.typo ? [text.read(tag)] : [])].join(", "),
  );
  const lines = [...(by === "added" ? [text.addedByYou] : []), ...new Set(said)];
  return (
    <ul className="grid text-xs text-ink-soft">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

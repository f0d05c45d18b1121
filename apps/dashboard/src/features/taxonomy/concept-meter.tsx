import { conceptKinds, type ConceptSlug } from "@genie/schema";
import { cn } from "#components/ui/cn.ts";
import type { Certainty } from "./corrections.ts";

type ConceptMeterProps = {
  concept: ConceptSlug;
  label: string;
  /** Where it stands. */
  words: string;
  /** 0 to 1. */
  value: number;
  certainty: Certainty;
};

/** Where an entry stands: a place on a scale, or how far a strength reaches. */
export function ConceptMeter({ concept, label, words, value, certainty }: ConceptMeterProps) {
  const percent = Math.round(value * 100);
  const colour = certainty === "low" ? "bg-ink-soft" : "bg-accent";
  return (
    <div data-sensitive className="relative flex h-3 items-center">
      <meter
        aria-label={label}
        aria-valuetext={words}
        min={0}
        max={100}
        value={percent}
        className="sr-only"
      />
      <div className="h-1.5 w-full overflow-hidden rounded-full bg-sunken">
        {certainty !== "none" && conceptKinds[concept] === "strength" && (
          <div className={cn("h-full rounded-full", colour)} style={{ width: `${percent}%` }} />
        )}
      </div>
      {certainty !== "none" && conceptKinds[concept] === "scale" && (
        <div className="absolute inset-x-1.5 top-0">
          <div
            className={cn("size-3 -translate-x-1/2 rounded-full", colour)}
            style={{ marginLeft: `${percent}%` }}
          />
        </div>
      )}
    </div>
  );
}

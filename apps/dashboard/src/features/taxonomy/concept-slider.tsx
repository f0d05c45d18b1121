"use client";

import { conceptBandOf, conceptBands, conceptKinds, type ConceptSlug } from "@genie/schema";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const bands = Object.keys(conceptBands) as (keyof typeof conceptBands)[];
const restMs = 600;

type ConceptSliderProps = {
  concept: ConceptSlug;
  /** 0 to 1. */
  value: number;
  isCorrected: boolean;
  /** Null: as it is found. */
  onSet: (value: number | null) => void;
};

/** Lets her say where an entry stands, in words; kept once it rests for a moment, or when it is closed. */
export function ConceptSlider({ concept, value, isCorrected, onSet }: ConceptSliderProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const words = taxonomy.bands[concept];
  const id = useId();
  const [moved, setMoved] = useState<{ from: number; percent: number | null }>({
    from: value,
    percent: null,
  });
  // What was kept, or taken back elsewhere, is shown from then on.
  if (moved.from !== value) setMoved({ from: value, percent: null });
  const shown = moved.percent ?? Math.round(value * 100);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; percent: number } | null>(null);
  const keep = useEffectEvent(() => {
    const { current } = waiting;
    if (current === null) return;
    clearTimeout(current.timer);
    waiting.current = null;
    onSet(current.percent / 100);
  });
  useEffect(() => {
    const { percent } = moved;
    waiting.current = percent === null ? null : { percent, timer: setTimeout(keep, restMs) };
    return () => clearTimeout(waiting.current?.timer);
  }, [moved]);
  useEffect(() => keep, []);
  return (
    <div className="grid gap-1 border-t border-line pt-3">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <label htmlFor={id} className="font-strong">
          {text.place[conceptKinds[concept]]}
        </label>
        {isCorrected && (
          <Button
            variant="secondary"
            size="small"
            onClick={() => {
              setMoved({ from: value, percent: null });
              onSet(null);
            }}
          >
            {text.asFound}
          </Button>
        )}
      </div>
      <Slider
        id={id}
        min={0}
        value={shown}
        aria-valuetext={text.placed(words[conceptBandOf(shown / 100)], shown)}
        onChange={({ target }) => setMoved({ from: value, percent: target.valueAsNumber })}
      />
      <div aria-hidden className="flex justify-between text-xs text-ink-soft">
        {bands.map((band) => (
          <span
            key={band}
            className={conceptBandOf(shown / 100) === band ? "font-strong text-ink" : ""}
          >
            {words[band]}
          </span>
        ))}
      </div>
    </div>
  );
}

"use client";

import { type ContentRating, contentRatings } from "@genie/schema";
import { useId } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type RatingFieldProps = {
  rating: ContentRating;
  problems: readonly string[];
  onChoose: (rating: ContentRating) => void;
};

/** How far the post goes, for all accounts: their platforms get their own labels from it. */
export function RatingField({ rating, problems, onChoose }: RatingFieldProps) {
  const { composer } = useMessages(composerMessages);
  const name = useId();
  const hasProblem = problems.length > 0;
  return (
    <div data-invalid={hasProblem ? "" : undefined} className="grid gap-1">
      <details>
        <summary className="w-fit max-w-full cursor-pointer rounded-control py-2 text-ink-soft hover:text-ink">
          {composer.rating}:{" "}
          <span className="font-strong text-ink">{composer.ratings[rating].summary}</span>
        </summary>
        <fieldset aria-label={composer.rating} className="grid min-w-0 gap-1 pt-1 pl-4">
          {contentRatings.map((one) => (
            <Choice
              key={one}
              type="radio"
              name={name}
              label={composer.ratings[one].label}
              hint={composer.ratings[one].hint}
              checked={one === rating}
              onChange={() => onChoose(one)}
            />
          ))}
        </fieldset>
      </details>
      <FieldProblems problems={problems} />
    </div>
  );
}

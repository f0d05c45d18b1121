"use client";

import { cn } from "#components/ui/cn.ts";
import { AddressLink } from "#features/shell/address-link.tsx";

type LinkChoiceProps = {
  label: string;
  /** The part of the address that it sets. */
  part: string;
  choices: { value: string | null; label: string; isChosen: boolean }[];
};

/** One of a few, as links: a choice is in the address and Back takes it back. */
export function LinkChoice({ label, part, choices }: LinkChoiceProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap rounded-control border border-control p-0.5">
      {choices.map((choice) => (
        <AddressLink
          key={choice.label}
          to={{ [part]: choice.value }}
          aria-current={choice.isChosen ? "true" : undefined}
          className={cn(
            "flex min-h-8 items-center rounded-control px-3 pointer-coarse:min-h-10",
            choice.isChosen ? "bg-accent-soft font-strong text-accent" : "text-ink-soft",
          )}
        >
          {choice.label}
        </AddressLink>
      ))}
    </nav>
  );
}

"use client";

import { Check } from "lucide-react";
import { cn } from "#components/ui/cn.ts";

type SelectMarkProps = { label: string; isSelected: boolean; className?: string };

/** Selects an entry by mouse or finger; by keyboard Space does. */
export function SelectMark({ label, isSelected, className }: SelectMarkProps) {
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      aria-label={label}
      tabIndex={-1}
      data-does="select"
      className={cn(
        "grid size-7 place-items-center rounded-control border",
        isSelected
          ? "border-accent bg-accent text-on-accent"
          : "border-control bg-card text-transparent",
        className,
      )}
    >
      <Check aria-hidden className="size-4" />
    </button>
  );
}

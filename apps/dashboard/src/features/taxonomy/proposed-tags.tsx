"use client";

import type { ClassifiedTag } from "@genie/schema";
import { Check, Sparkles, X } from "lucide-react";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type ProposedTagsProps = {
  tags: readonly ClassifiedTag[];
  onTake: (tag: ClassifiedTag) => void;
  onDismiss: (tag: ClassifiedTag) => void;
};

/** What a language model proposes, each to be taken or dismissed. */
export function ProposedTags({ tags, onTake, onDismiss }: ProposedTagsProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  if (tags.length === 0) return null;
  const mark =
    "grid size-8 shrink-0 place-items-center rounded-control hover:bg-sunken pointer-coarse:size-11";
  return (
    <div className="grid gap-1.5">
      <h4 className="flex items-center gap-1.5">
        <Sparkles aria-hidden className="size-4 shrink-0 text-ink-soft" />
        {text.proposedTitle}
      </h4>
      <p className="text-xs text-ink-soft">{text.proposedHint}</p>
      <ul aria-label={text.proposedTitle} className="flex flex-wrap gap-1.5">
        {tags.map((tag) => (
          <li
            key={tag.tag}
            className="flex max-w-full items-center rounded-control border border-dashed border-control pl-2.5"
          >
            <span data-sensitive className="min-w-0 wrap-anywhere">
              {tag.tag}
            </span>
            <button
              type="button"
              aria-label={text.take(tag.tag)}
              onClick={() => onTake(tag)}
              className={`${mark} ml-1 text-good`}
            >
              <Check aria-hidden className="size-4" />
            </button>
            <button
              type="button"
              aria-label={text.dismiss(tag.tag)}
              onClick={() => onDismiss(tag)}
              className={`${mark} text-ink-soft`}
            >
              <X aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

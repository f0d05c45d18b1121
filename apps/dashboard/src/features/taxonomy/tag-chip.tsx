"use client";

import type { ClassifiedTag } from "@genie/schema";
import { BookmarkX, ChevronDown, SlidersHorizontal, UserRoundCheck, X } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export type TagActions = {
  /** Takes it off this entry. */
  onRemove: (tag: ClassifiedTag) => void;
  /** Lets it count for nothing in the whole library. */
  onIgnore: (tag: ClassifiedTag) => void;
  /** Sorts it otherwise in the whole library. */
  onSortOtherwise: (tag: ClassifiedTag) => void;
};

const look = "flex min-h-8 max-w-full items-center gap-1.5 rounded-control bg-sunken px-2.5";

/** A tag of an entry, with what can be said to it. */
export function TagChip({ tag, actions }: { tag: ClassifiedTag; actions: TagActions | undefined }) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const name = (
    <>
      {tag.by === "added" && <UserRoundCheck aria-hidden className="size-3.5 shrink-0" />}
      <span data-sensitive className="min-w-0 wrap-anywhere">
        {tag.tag}
      </span>
    </>
  );
  if (actions === undefined) return <span className={look}>{name}</span>;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        aria-label={tag.by === "added" ? text.addedTag(tag.tag) : text.tag(tag.tag)}
        className={`${look} text-left hover:bg-accent-soft data-[state=open]:bg-accent-soft pointer-coarse:min-h-11`}
      >
        {name}
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={12}
          className="animate-appear z-50 w-64 max-w-[calc(100vw-1.5rem)] rounded-card border border-line bg-card p-1 shadow-raised"
        >
          <MenuItem onSelect={() => actions.onRemove(tag)}>
            <X aria-hidden className="size-4 shrink-0" />
            {text.remove}
          </MenuItem>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Label className="px-3 py-1.5 text-xs text-ink-soft">
            {text.always}
          </DropdownMenu.Label>
          <MenuItem onSelect={() => actions.onIgnore(tag)}>
            <BookmarkX aria-hidden className="size-4 shrink-0" />
            {text.ignore}
          </MenuItem>
          <MenuItem onSelect={() => actions.onSortOtherwise(tag)}>
            <SlidersHorizontal aria-hidden className="size-4 shrink-0" />
            {text.otherwise}
          </MenuItem>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 py-2 outline-none data-highlighted:bg-accent-soft data-highlighted:text-accent pointer-coarse:min-h-11"
    >
      {children}
    </DropdownMenu.Item>
  );
}

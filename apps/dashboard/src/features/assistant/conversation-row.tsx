"use client";

import type { ConversationTitle } from "@genie/directus-client";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type ConversationRowProps = {
  conversation: ConversationTitle;
  isOpen: boolean;
  onRename: (title: string) => void;
  onDelete: () => void;
};

/** A conversation by its title, or the field that its title is changed in. */
export function ConversationRow(props: ConversationRowProps) {
  const { conversation, isOpen, onRename, onDelete } = props;
  const { actions } = useMessages();
  const { assistant: text } = useMessages(assistantMessages);
  const [title, setTitle] = useState<string | null>(null);
  if (title !== null) {
    return (
      <form
        className="flex gap-2 py-1"
        onSubmit={(event) => {
          event.preventDefault();
          const next = title.trim();
          if (next !== "" && next !== conversation.title) onRename(next);
          setTitle(null);
        }}
      >
        <Input
          aria-label={text.newName(conversation.title)}
          value={title}
          maxLength={120}
          // It was asked for by the button that it takes the place of.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={({ target }) => setTitle(target.value)}
          onKeyDown={({ key }) => {
            if (key === "Escape") setTitle(null);
          }}
        />
        <Button type="submit" variant="secondary">
          {actions.save}
        </Button>
      </form>
    );
  }
  return (
    <div
      className={cn(
        "group flex items-center rounded-control hover:bg-sunken",
        isOpen && "bg-accent-soft",
      )}
    >
      <AddressLink
        to={{ c: conversation.id }}
        aria-current={isOpen ? "true" : undefined}
        className={cn(
          "grid min-h-10 min-w-0 flex-1 items-center rounded-control px-3 py-1.5 pointer-coarse:min-h-11",
          isOpen && "font-strong text-accent",
        )}
      >
        <span data-sensitive className="truncate">
          {conversation.title}
        </span>
      </AddressLink>
      <div className="hidden group-focus-within:flex group-hover:flex pointer-coarse:flex">
        <Button
          variant="quiet"
          size="icon"
          aria-label={text.rename(conversation.title)}
          onClick={() => setTitle(conversation.title)}
        >
          <Pencil aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon"
          aria-label={text.delete(conversation.title)}
          onClick={onDelete}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
    </div>
  );
}

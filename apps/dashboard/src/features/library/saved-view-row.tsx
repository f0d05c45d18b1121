"use client";

import type { SavedView } from "@genie/directus-client";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type SavedViewRowProps = {
  view: SavedView;
  onApply: () => void;
  onRename: (name: string) => void;
  onDelete: () => void;
};

/** A view by its name, or the field that its name is changed in. */
export function SavedViewRow({ view, onApply, onRename, onDelete }: SavedViewRowProps) {
  const { actions } = useMessages();
  const { libraryPage } = useMessages(libraryPageMessages);
  const text = libraryPage.views;
  const [name, setName] = useState<string | null>(null);
  if (name !== null) {
    return (
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const next = name.trim();
          if (next !== "" && next !== view.name) onRename(next);
          setName(null);
        }}
      >
        <Input
          aria-label={text.newName(view.name)}
          value={name}
          maxLength={80}
          // It was asked for by the button that it takes the place of.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" variant="secondary">
          {actions.save}
        </Button>
      </form>
    );
  }
  return (
    <div className="flex items-center gap-1">
      <Button
        variant="quiet"
        className="min-w-0 flex-1 justify-start px-2 text-ink"
        onClick={onApply}
      >
        <span className="truncate">{view.name}</span>
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={text.rename(view.name)}
        onClick={() => setName(view.name)}
      >
        <Pencil aria-hidden />
      </Button>
      <Button variant="quiet" size="icon" aria-label={text.delete(view.name)} onClick={onDelete}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}

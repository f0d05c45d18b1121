"use client";

import { type Media, readLibraryFacets } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { Minus, Plus, X } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useTagging } from "./use-tagging.ts";

const mostSuggested = 12;
const mostTags = 50;

type TagDialogProps = {
  media: readonly Media[];
  onClose: () => void;
};

/** Adds tags to the entries and takes off some that they have. */
export function TagDialog({ media, onClose }: TagDialogProps) {
  const { actions } = useMessages();
  const { libraryPage } = useMessages(libraryPageMessages);
  const text = libraryPage.tags;
  const toast = useToast();
  const sentence = useSentence();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [add, setAdd] = useState<readonly string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const { data: used } = useQuery({
    queryKey: [...libraryKey, "facets", "tag"],
    queryFn: () => readLibraryFacets(browserDirectus(), {}, ["tag"]),
  });
  // The most frequent first.
  const suggestions = (used?.facets.tag ?? []).map(({ value }) => value);
  const tagging = useTagging(media.map(({ id }) => id));
  const present = [...new Set(media.flatMap(({ tags }) => tags))].toSorted((a, b) =>
    a.localeCompare(b),
  );
  const suggested = suggestions
    .filter((tag) => !add.includes(tag) && !media.every(({ tags }) => tags.includes(tag)))
    .slice(0, mostSuggested);

  const take = (tags: readonly string[]) =>
    setAdd((current) => [...new Set([...current, ...tags])].slice(0, mostTags));
  const pending = split(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = { add: [...new Set([...add, ...pending])].slice(0, mostTags), remove };
    if (change.add.length === 0 && change.remove.length === 0) return onClose();
    return tagging.mutate(change, {
      onSuccess: () => {
        toast(text.done(media.length));
        onClose();
      },
    });
  };
  return (
    <Dialog open onOpenChange={onClose} title={text.title(media.length)} closeLabel={actions.close}>
      <form
        onSubmit={submit}
        data-unsaved={add.length + remove.length > 0 ? "" : undefined}
        className="grid grid-cols-1 gap-4"
      >
        <div className="flex gap-2">
          <Input
            aria-label={text.add}
            placeholder={text.add}
            list={listId}
            value={typed}
            maxLength={100}
            onChange={({ target }) => setTyped(target.value)}
          />
          <datalist id={listId}>
            {suggestions.map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </datalist>
          <Button
            variant="secondary"
            disabled={pending.length === 0}
            onClick={() => {
              take(pending);
              setTyped("");
            }}
          >
            <Plus aria-hidden />
            {text.addButton}
          </Button>
        </div>
        <Chips label={text.toAdd}>
          {add.map((tag) => (
            <Chip
              key={tag}
              label={text.dontAdd(tag)}
              onPress={() => setAdd(add.filter((one) => one !== tag))}
              className="bg-accent-soft text-accent"
            >
              {tag}
              <X aria-hidden className="size-3.5" />
            </Chip>
          ))}
        </Chips>
        {suggested.length > 0 && (
          <Chips label={text.suggested}>
            {suggested.map((tag) => (
              <Chip key={tag} label={text.addOne(tag)} onPress={() => take([tag])}>
                <Plus aria-hidden className="size-3.5" />
                {tag}
              </Chip>
            ))}
          </Chips>
        )}
        {present.length > 0 && (
          <Chips label={text.present}>
            {present.map((tag) => {
              const goes = remove.includes(tag);
              return (
                <Chip
                  key={tag}
                  label={text.takeOff(tag)}
                  isPressed={goes}
                  onPress={() =>
                    setRemove(goes ? remove.filter((one) => one !== tag) : [...remove, tag])
                  }
                  className={goes ? "bg-danger-soft text-danger line-through" : undefined}
                >
                  {tag}
                  <Minus aria-hidden className="size-3.5" />
                </Chip>
              );
            })}
          </Chips>
        )}
        {tagging.isError && <Notice>{sentence(tagging.error)}</Notice>}
        <Button type="submit" busy={tagging.isPending} className="justify-self-end">
          {text.save}
        </Button>
      </form>
    </Dialog>
  );
}

function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-1.5 not-has-[button]:hidden">
      <legend className="mb-1.5 text-ink-soft">{label}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  );
}

type ChipProps = {
  label: string;
  isPressed?: boolean;
  onPress: () => void;
  className?: string | undefined;
  children: ReactNode;
};

function Chip({ label, isPressed, onPress, className, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      data-sensitive
      onClick={onPress}
      className={`flex min-h-8 max-w-full items-center gap-1.5 rounded-control px-2.5 pointer-coarse:min-h-11 ${className ?? "bg-sunken text-ink"}`}
    >
      {children}
    </button>
  );
}

/** Several are typed with commas between them. */
function split(typed: string): string[] {
  return typed
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

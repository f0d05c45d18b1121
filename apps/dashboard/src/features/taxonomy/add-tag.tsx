"use client";

import { type KnownTag, searchTags, type Viewer } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command as Menu } from "cmdk";
import { LoaderCircle, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { PopoverSheet } from "#components/ui/popover-sheet.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { aboutMediaMessages } from "#messages/about-media-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Sorted } from "./corrections.ts";
import { useAddWord } from "./use-add-word.ts";
import { useOwnTags } from "./use-own-tags.ts";

const mostShown = 20;
const option =
  "flex min-h-10 cursor-pointer items-center justify-between gap-3 rounded-control px-3 py-1.5 data-[disabled=true]:cursor-default data-[disabled=true]:text-ink-soft data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent pointer-coarse:min-h-11";

type AddTagProps = {
  viewer: Viewer;
  mediaId: string;
  entry: Sorted;
  onAdd: (tag: KnownTag) => void;
  /** She wants a word as a tag of her own. */
  onMakeOwn: (tag: string) => void;
};

/** Adds one of the known tags or of her own; another word is refused with a way to make it hers. */
export function AddTag({ onAdd, onMakeOwn, ...about }: AddTagProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { actions } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <PopoverSheet
      open={open}
      onOpenChange={setOpen}
      title={text.addTitle}
      closeLabel={actions.close}
      trigger={
        <Button variant="secondary" size="small">
          <Plus aria-hidden />
          {text.add}
        </Button>
      }
    >
      <TagSearch
        {...about}
        onDone={() => setOpen(false)}
        onAdd={(tag) => {
          setOpen(false);
          onAdd(tag);
        }}
        onMakeOwn={(tag) => {
          setOpen(false);
          onMakeOwn(tag);
        }}
      />
    </PopoverSheet>
  );
}

type TagSearchProps = AddTagProps & { onDone: () => void };

function TagSearch({ viewer, mediaId, entry, onAdd, onMakeOwn, onDone }: TagSearchProps) {
  const { aboutMedia: text } = useMessages(aboutMediaMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const sentence = useSentence();
  const [typed, setTyped] = useState("");
  const word = useAddWord(mediaId, entry);
  const present = entry.classification.tags.flatMap(({ tag, by }) =>
    by === "proposed" ? [] : [tag],
  );
  const letters = useSettled(typed.trim().toLowerCase());
  const { data: own = [] } = useOwnTags(viewer);
  const known = useQuery({
    queryKey: ["known-tags", letters],
    queryFn: () => searchTags(browserDirectus(), letters, mostShown),
    enabled: letters !== "",
    placeholderData: keepPreviousData,
  });
  const hers = own.filter(({ tag, ignored }) => !ignored && tag.includes(letters));
  const found =
    letters === "" ? [] : [...hers, ...(known.data ?? []).filter((one) => !isAmong(one.tag, hers))];
  // The word itself first, then what begins with it.
  const shown = found.toSorted((a, b) => rankOf(a.tag, letters) - rankOf(b.tag, letters));
  const isAnswered = letters !== "" && known.data !== undefined && !known.isPlaceholderData;
  const isOther = isAnswered && !isAmong(letters, found);
  const problem = word.isError && word.variables === letters ? word.error : null;
  return (
    <Menu label={text.addTitle} shouldFilter={false} loop className="grid gap-2">
      <Menu.Input
        // It is what the button was pressed for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={typed}
        onValueChange={setTyped}
        maxLength={100}
        autoCapitalize="none"
        placeholder={text.find}
        className="control"
      />
      {letters === "" && <p className="text-ink-soft">{text.findHint}</p>}
      {known.isLoading && <p className="text-ink-soft">{text.searching}</p>}
      <LoadProblem what={text.searchFailed} of={[known]} />
      <Menu.List
        label={text.known}
        className="max-h-[min(16rem,40dvh)] overflow-y-auto"
        aria-busy={known.isFetching}
      >
        {shown.map((one) => (
          <Menu.Item
            key={one.tag}
            value={one.tag}
            disabled={present.includes(one.tag)}
            onSelect={() => onAdd(one)}
            className={option}
          >
            <span className="min-w-0 wrap-anywhere">{one.tag}</span>
            <span className="shrink-0 text-xs">
              {present.includes(one.tag) ? text.present : taxonomy.concepts[one.concept].name}
            </span>
          </Menu.Item>
        ))}
        {isOther && problem === null && (
          <Menu.Item
            value={`other ${letters}`}
            onSelect={() => word.mutate(letters, { onSuccess: onDone })}
            className={option}
          >
            <span className="min-w-0 wrap-anywhere">{text.addWord(letters)}</span>
            {word.isPending && (
              <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />
            )}
          </Menu.Item>
        )}
      </Menu.List>
      {problem !== null && (
        <div role="alert" className="grid justify-items-start gap-2 border-t border-line pt-2">
          {isUnknown(problem) ? (
            <>
              <p className="wrap-anywhere">{text.unknown(letters)}</p>
              <Button
                variant="secondary"
                size="small"
                className="max-w-full whitespace-normal wrap-anywhere"
                onClick={() => onMakeOwn(letters)}
              >
                {text.makeOwn(letters)}
              </Button>
            </>
          ) : (
            <p>{sentence(problem)}</p>
          )}
        </div>
      )}
    </Menu>
  );
}

/** The gate knows no tag that it means. */
function isUnknown(error: Error): boolean {
  return error instanceof AppError && error.code === "invalid_input";
}

function isAmong(tag: string, tags: readonly { tag: string }[]): boolean {
  return tags.some((one) => one.tag === tag);
}

function rankOf(tag: string, letters: string): number {
  if (tag === letters) return 0;
  return tag.startsWith(letters) ? 1 : 2;
}

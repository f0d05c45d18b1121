"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { CalendarPlus, ListChecks, RotateCcw, Tag, Trash2, WandSparkles, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { useAddress } from "#features/shell/use-address.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { mostSelected } from "./selection.ts";
import type { LibrarySelection } from "./use-selection.ts";

const TagDialog = lazy(async () => {
  const { TagDialog: Dialog } = await import("./tag-dialog.tsx");
  return { default: Dialog };
});

const WorkMenu = lazy(async () => {
  const { WorkMenu: Menu } = await import("./work-menu.tsx");
  return { default: Menu };
});

/** What one post takes at most, on any platform. */
const mostInPost = 20;

type SelectionBarProps = {
  viewer: Viewer;
  displayName: string;
  /** All that is read of the list. */
  media: readonly Media[];
  selection: LibrarySelection;
  /** It is the bin. */
  isBin: boolean;
  isBusy: boolean;
  onDelete: (ids: readonly string[]) => void;
  onRestore: (ids: readonly string[]) => void;
};

/** What can be done with the entries that are selected, within a thumb's reach. */
export function SelectionBar(props: SelectionBarProps) {
  const { viewer, displayName, media, selection, isBin, isBusy, onDelete, onRestore } = props;
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const address = useAddress();
  const [open, setOpen] = useState<"tag" | "work" | null>(null);
  const close = () => setOpen(null);
  const { ids } = selection;
  const selected = media.filter(({ id }) => ids.includes(id));
  const isFull = ids.length >= mostSelected && media.length > ids.length;
  const action = "max-md:h-auto max-md:flex-col max-md:gap-0.5 max-md:px-2 max-md:text-xs";
  return (
    <div
      role="toolbar"
      aria-label={text.bar.label}
      className="animate-appear fixed inset-x-2 bottom-18 z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] flex-wrap items-center justify-center gap-x-1 rounded-card border border-line bg-card p-1.5 shadow-raised md:bottom-6"
    >
      <div className="flex items-center gap-1 max-md:w-full">
        <Button variant="quiet" size="icon" aria-label={text.bar.clear} onClick={selection.clear}>
          <X aria-hidden />
        </Button>
        <p aria-live="polite" className="pr-2 font-strong max-md:grow">
          {isFull ? text.bar.full(ids.length) : text.bar.count(ids.length)}
        </p>
        {media.length > ids.length && !isFull && (
          <Button variant="quiet" size="small" onClick={selection.selectAll}>
            <ListChecks aria-hidden />
            {text.bar.all(Math.min(media.length, mostSelected))}
          </Button>
        )}
      </div>
      {isBin ? (
        <Button
          variant="quiet"
          size="small"
          className={action}
          busy={isBusy}
          onClick={() => onRestore(ids)}
        >
          <RotateCcw aria-hidden />
          {text.bin.restore}
        </Button>
      ) : (
        <div className="flex max-md:w-full max-md:justify-between">
          <Button variant="quiet" size="small" className={action} onClick={() => setOpen("tag")}>
            <Tag aria-hidden />
            {text.bar.tag}
          </Button>
          <Button
            variant="quiet"
            size="small"
            className={action}
            disabled={ids.length > mostInPost}
            title={ids.length > mostInPost ? text.bar.tooMany(mostInPost) : undefined}
            onClick={() => address.go({ compose: "new", media: ids.join(",") })}
          >
            <CalendarPlus aria-hidden />
            {text.bar.schedule}
          </Button>
          <Button variant="quiet" size="small" className={action} onClick={() => setOpen("work")}>
            <WandSparkles aria-hidden />
            {text.bar.work}
          </Button>
          <Button
            variant="quiet"
            size="small"
            busy={isBusy}
            className={cn(action, "text-danger hover:bg-danger-soft hover:text-danger")}
            onClick={() => onDelete(ids)}
          >
            <Trash2 aria-hidden />
            {text.bar.delete}
          </Button>
        </div>
      )}
      <Suspense>
        {open === "tag" && <TagDialog media={selected} onClose={close} />}
        {open === "work" && (
          <WorkMenu viewer={viewer} displayName={displayName} mediaIds={ids} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}

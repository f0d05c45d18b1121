"use client";

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table can't leave out the rows that are out of view */

import type { LibraryOrder } from "@genie/schema";
import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { listColumns } from "./list-columns.ts";
import { useLibraryOrder } from "./use-library-order.ts";

const figures = ["likes", "comments", "views", "earnings"] as const satisfies LibraryOrder[];

/** What each column is, and which one the list is sorted by; the highest stand first. */
export function ListHeader({ order }: { order: LibraryOrder }) {
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const { sortBy } = useLibraryOrder();
  const isByTime = order === "newest" || order === "oldest";
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={cn(listColumns, "border-b border-line py-1 text-xs text-ink-soft")}
    >
      <span role="columnheader" className="sr-only">
        {text.columns.mark}
      </span>
      <span role="columnheader" className="col-span-3">
        {text.columns.entry}
      </span>
      <Column
        label={text.columns.day}
        sort={isByTime ? (order === "newest" ? "descending" : "ascending") : "none"}
        onSort={() => sortBy(order === "newest" ? "oldest" : "newest")}
      />
      {figures.map((figure) => (
        <Column
          key={figure}
          label={library.figures[figure]}
          sort={order === figure ? "descending" : "none"}
          onSort={() => sortBy(figure)}
          className="justify-end"
        />
      ))}
    </div>
  );
}

type ColumnProps = {
  label: string;
  sort: "ascending" | "descending" | "none";
  onSort: () => void;
  className?: string;
};

function Column({ label, sort, onSort, className }: ColumnProps) {
  const Arrow = sort === "ascending" ? ArrowUp : ArrowDown;
  return (
    <span role="columnheader" aria-sort={sort} className={cn("hidden md:flex", className)}>
      <button
        type="button"
        onClick={onSort}
        className={cn(
          "flex min-h-8 items-center gap-1 rounded-control px-1 hover:bg-sunken hover:text-ink",
          sort !== "none" && "font-strong text-ink",
        )}
      >
        {sort !== "none" && <Arrow aria-hidden className="size-3.5" />}
        {label}
      </button>
    </span>
  );
}

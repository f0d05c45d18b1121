"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "./button.tsx";

type LoadMoreProps = {
  pages: Pick<UseInfiniteQueryResult, "fetchNextPage" | "hasNextPage" | "isFetchingNextPage">;
  label: string;
};

/** Reads the next page of a list, where there is one. */
export function LoadMore({ pages, label }: LoadMoreProps) {
  if (!pages.hasNextPage) return null;
  return (
    <Button
      variant="secondary"
      className="justify-self-center"
      busy={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {label}
    </Button>
  );
}

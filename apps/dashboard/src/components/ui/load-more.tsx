"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type LoadMoreProps = {
  pages: Pick<
    UseInfiniteQueryResult,
    "error" | "fetchNextPage" | "hasNextPage" | "isFetchingNextPage" | "isFetchNextPageError"
  >;
  label: string;
};

/** Reads the next page of a list, where there is one. */
export function LoadMore({ pages, label }: LoadMoreProps) {
  const { errors } = useMessages();
  const sentence = useSentence();
  if (!pages.hasNextPage) return null;
  return (
    <>
      {pages.isFetchNextPageError && (
        <Notice>
          {errors.moreFailed} {sentence(pages.error)}
        </Notice>
      )}
      <Button
        variant="secondary"
        className="justify-self-center"
        busy={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {label}
      </Button>
    </>
  );
}

"use client";

import { CloudOff } from "lucide-react";
import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type LoadProblemProps = {
  what: string;
  /** All that is loaded together; those that failed are tried again together. */
  of: readonly {
    /** Nothing of it was ever there. */
    isLoadingError: boolean;
    /** What was there stays, and is shown below. */
    isRefetchError: boolean;
    error: unknown;
    isFetching: boolean;
    refetch: () => unknown;
  }[];
};

/**
 * Stands where a list should be once loading has failed: what could not be loaded, why, and a button to
 * try again. Above what is there already and could not be read anew, it says so quietly: what she is
 * doing goes on, so a page shows its data wherever it has any, and never by whether the last try went well.
 */
export function LoadProblem({ what, of: parts }: LoadProblemProps) {
  const { actions, errors } = useMessages();
  const sentence = useSentence();
  const missing = parts.filter(({ isLoadingError }) => isLoadingError);
  const failed = parts.filter((part) => part.isLoadingError || part.isRefetchError);
  if (failed.length === 0) return null;
  const retry = (
    <Button
      variant="secondary"
      size="small"
      className="justify-self-start"
      busy={parts.some(({ isFetching }) => isFetching)}
      onClick={() => {
        for (const { refetch } of failed) void refetch();
      }}
    >
      {actions.retry}
    </Button>
  );
  if (missing.length === 0) {
    return (
      <output className="flex items-start gap-2 rounded-control bg-sunken px-3 py-2 text-sm text-ink-soft">
        <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="grid gap-2">
          <span>{errors.mayBeOld(sentence(failed[0]?.error))}</span>
          {retry}
        </span>
      </output>
    );
  }
  return (
    <Notice>
      <p>
        {what} {sentence(missing[0]?.error)}
      </p>
      {retry}
    </Notice>
  );
}

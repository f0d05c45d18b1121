"use client";

import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type LoadProblemProps = {
  what: string;
  /** All that is loaded together; those that failed are tried again together. */
  of: readonly {
    isError: boolean;
    error: unknown;
    isFetching: boolean;
    refetch: () => unknown;
  }[];
};

/** Stands where a list should be once loading has failed: what could not be loaded, why, and a button to try again. */
export function LoadProblem({ what, of: parts }: LoadProblemProps) {
  const { actions } = useMessages();
  const sentence = useSentence();
  const failed = parts.filter(({ isError }) => isError);
  if (failed.length === 0) return null;
  return (
    <Notice>
      <p>
        {what} {sentence(failed[0]?.error)}
      </p>
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
    </Notice>
  );
}

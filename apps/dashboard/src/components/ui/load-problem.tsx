"use client";

import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type LoadProblemProps = { what: string; error: unknown; busy: boolean; onRetry: () => void };

/** Stands where a list should be: what could not be loaded, why, and a button to try again. */
export function LoadProblem({ what, error, busy, onRetry }: LoadProblemProps) {
  const { actions } = useMessages();
  const sentence = useSentence();
  return (
    <Notice>
      <p>
        {what} {sentence(error)}
      </p>
      <Button
        variant="secondary"
        size="small"
        className="justify-self-start"
        busy={busy}
        onClick={onRetry}
      >
        {actions.retry}
      </Button>
    </Notice>
  );
}

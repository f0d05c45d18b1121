"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";

export function ComposerProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { actions, composer } = useMessages();
  const sentence = useSentence();
  return (
    <Notice>
      <p>
        {composer.loadFailed} {sentence(error)}
      </p>
      <Button variant="secondary" size="small" className="justify-self-start" onClick={onRetry}>
        {actions.retry}
      </Button>
    </Notice>
  );
}

"use client";

import { MessageCircle } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type StartHereProps = {
  /** Where the model is, unless that is this installation's own. */
  host: string | null;
  isBusy: boolean;
  onAsk: (question: string) => void;
};

/** A conversation that has not begun: what it is, where it goes, a few things to ask. */
export function StartHere({ host, isBusy, onAsk }: StartHereProps) {
  const { assistant: text } = useMessages(assistantMessages);
  return (
    <div className="grid content-center justify-items-center gap-4 py-8 text-center">
      <MessageCircle aria-hidden className="size-8 text-ink-soft" />
      <div className="grid gap-1">
        <h2 className="text-base font-strong">{text.startTitle}</h2>
        <p className="max-w-prose text-ink-soft">
          {text.start} {text.startPromise}
        </p>
        {host !== null && (
          <p className="max-w-prose wrap-anywhere text-ink-soft">{text.goesTo(host)}</p>
        )}
      </div>
      <ul aria-label={text.suggestionsLabel} className="flex flex-wrap justify-center gap-2">
        {text.suggestions.map((question) => (
          <li key={question}>
            <Button
              variant="secondary"
              className="h-auto whitespace-normal"
              disabled={isBusy}
              onClick={() => onAsk(question)}
            >
              {question}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

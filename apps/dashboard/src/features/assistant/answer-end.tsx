"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import type { ChatMessage } from "./chat-message.ts";

type AnswerEndProps = {
  /** Her question, where no answer began. */
  last: ChatMessage;
  onAgain: () => void;
  onGoOn: () => void;
};

/** How the last answer ended when it is not whole, and the one way on. */
export function AnswerEnd({ last, onAgain, onGoOn }: AnswerEndProps) {
  const { actions } = useMessages();
  const { assistant: text } = useMessages(assistantMessages);
  const { parts, metadata } = last;
  const isAnswer = last.role === "assistant" && parts.length > 0;
  if (metadata === undefined && isAnswer) return null;
  // What was done already is not done again.
  const didSomething = parts.some(({ type }) => type === "data-call");
  const button = (
    <Button
      variant="secondary"
      size="small"
      className="justify-self-start"
      onClick={didSomething ? onGoOn : onAgain}
    >
      {didSomething ? text.goOn : actions.retry}
    </Button>
  );
  if (metadata?.ended === "failed") {
    return (
      <Notice>
        <p>{metadata.problem ?? text.failed}</p>
        {button}
      </Notice>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      <output className="block text-ink-soft">
        {metadata === undefined
          ? text.noAnswer
          : metadata.ended === "stopped"
            ? text.stopped
            : text.cutOff}
      </output>
      {button}
    </div>
  );
}

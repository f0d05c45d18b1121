"use client";

import type { Viewer } from "@genie/directus-client";
import { LoaderCircle } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AnswerEnd } from "./answer-end.tsx";
import type { ChatState } from "./chat.ts";
import type { OpenChat } from "./chat-registry.ts";
import { MessageView } from "./message-view.tsx";
import { useFollow } from "./use-follow.ts";
import { userMessage } from "./user-message.ts";

type ThreadProps = { viewer: Viewer; open: OpenChat; state: ChatState };

/** A conversation, from its first word to the one that is just being written. */
export function Thread({ viewer, open: { chat, saver }, state }: ThreadProps) {
  const { actions } = useMessages();
  const { assistant: text } = useMessages(assistantMessages);
  const sentence = useSentence();
  const saving = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  const { messages, isAnswering } = state;
  const place = useFollow(isAnswering);
  const last = messages.at(-1);
  const isRunning = last?.parts.some(
    (part) => part.type === "data-call" && part.data.status === "running",
  );
  return (
    <section
      ref={place}
      aria-label={text.messagesLabel}
      className="grid grid-cols-1 content-start gap-6"
    >
      {messages.map((message) => (
        <MessageView key={message.id} viewer={viewer} message={message} onSettled={chat.settle} />
      ))}
      {isAnswering && !isRunning && (
        <p className="flex items-center gap-2 text-ink-soft">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {text.thinking}
        </p>
      )}
      {!isAnswering && last !== undefined && (
        <AnswerEnd
          last={last}
          onAgain={() => void chat.again()}
          onGoOn={() => void chat.send(userMessage(text.goOn))}
        />
      )}
      {saving.kind === "failed" && (
        <Notice>
          <p>
            {text.notSaved} {navigator.onLine ? sentence(saving.error) : text.keptHere}
          </p>
          <Button
            variant="secondary"
            size="small"
            className="justify-self-start"
            onClick={() => void saver.saveNow()}
          >
            {actions.retry}
          </Button>
        </Notice>
      )}
    </section>
  );
}

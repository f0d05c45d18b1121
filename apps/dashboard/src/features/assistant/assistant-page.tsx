"use client";

import type { Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { MessagesSquare, Plus } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ThreadSkeleton } from "./assistant-skeleton.tsx";
import { ChatComposer } from "./chat-composer.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { NoModel } from "./no-model.tsx";
import { readAssistant } from "./read-assistant.ts";
import { StartHere } from "./start-here.tsx";
import { useChat } from "./use-chat.ts";
import { useChatState } from "./use-chat-state.ts";
import { useSpokenAnswer } from "./use-spoken-answer.ts";
import { userMessage } from "./user-message.ts";

const thread = lazily(async () => (await import("./thread.tsx")).Thread);
const dialog = lazily(async () => (await import("./conversations-dialog.tsx")).ConversationsDialog);

/** A talk with the assistant: what it says, each step that it takes, and what waits for her yes. */
export function AssistantPage({ viewer }: { viewer: Viewer }) {
  const { loading, titles } = useMessages();
  const { assistant: text } = useMessages(assistantMessages);
  const sentence = useSentence();
  const address = useAddress();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isListOpen, setIsListOpen] = useState(false);
  const setup = useQuery({ queryKey: ["assistant"], queryFn: readAssistant });
  const { id, load, begin, open } = useChat(viewer);
  const state = useChatState(open?.chat);
  const spoken = useSpokenAnswer(state);
  const hasModel = setup.data !== undefined && setup.data.model !== null;
  const ask = async (question: string) => {
    field.current?.focus();
    if (open !== undefined) {
      void open.chat.send(userMessage(question));
      return true;
    }
    return begin.mutateAsync(question).then(
      () => true,
      () => false,
    );
  };
  const isPending = setup.isPending || (id !== null && open === undefined && load.isPending);
  return (
    <Page
      title={titles.assistant}
      action={
        <>
          <Button
            variant="secondary"
            className="lg:hidden"
            onPointerDown={dialog.prepare}
            onClick={() => setIsListOpen(true)}
          >
            <MessagesSquare aria-hidden />
            <span className="max-sm:sr-only">{text.conversations}</span>
          </Button>
          <Button
            variant="secondary"
            aria-label={text.newConversation}
            disabled={id === null}
            onClick={() => address.go({ c: null })}
          >
            <Plus aria-hidden />
            <span className="max-sm:sr-only">{text.newShort}</span>
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <nav
          aria-label={text.conversations}
          className="sticky top-4 hidden max-h-[calc(100dvh-2rem)] self-start overflow-y-auto lg:block"
        >
          <ConversationList viewer={viewer} />
        </nav>
        <div className="flex min-h-[calc(100dvh-11rem)] min-w-0 flex-col gap-4 md:min-h-[calc(100dvh-8.5rem)]">
          <div className="grid grow grid-cols-1 content-start gap-4">
            {isPending && <ThreadSkeleton label={loading.assistant} />}
            <LoadProblem what={text.loadFailed} of={[setup]} />
            <LoadProblem what={text.conversationFailed} of={id === null ? [] : [load]} />
            {id !== null && open === undefined && load.data === "missing" && (
              <EmptyState icon={MessagesSquare} title={text.goneTitle} text={text.gone} />
            )}
            {open !== undefined && state !== undefined && (
              <Suspense fallback={<ThreadSkeleton label={loading.assistant} />}>
                <thread.Component key={id} viewer={viewer} open={open} state={state} />
              </Suspense>
            )}
            {setup.data?.model === null && <NoModel />}
            {id === null && hasModel && (
              <StartHere
                host={setup.data.host}
                isBusy={begin.isPending}
                onAsk={(question) => void ask(question)}
              />
            )}
          </div>
          {hasModel && (id === null || open !== undefined) && (
            <ChatComposer
              field={field}
              onFocus={thread.prepare}
              isAnswering={state?.isAnswering ?? false}
              isBeginning={begin.isPending}
              problem={begin.isError ? `${text.startFailed} ${sentence(begin.error)}` : null}
              onSend={ask}
              onStop={() => open?.chat.stop()}
            />
          )}
        </div>
      </div>
      <output className="sr-only">{spoken}</output>
      {isListOpen && (
        <Suspense>
          <dialog.Component viewer={viewer} onClose={() => setIsListOpen(false)} />
        </Suspense>
      )}
    </Page>
  );
}

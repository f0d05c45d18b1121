import { type AssistantCall, longestFailure } from "@genie/assistant";
import { addChunk, type ChatChunk } from "./add-chunk.ts";
import type { ChatMessage } from "./chat-message.ts";
import { joinMessages } from "./join-messages.ts";

export type ChatState = {
  messages: readonly ChatMessage[];
  isAnswering: boolean;
  /** The answer that came last while this page looked on; null before there is one. */
  heard: ChatMessage | null;
};

type ChatOptions = {
  messages: readonly ChatMessage[];
  ask: (messages: readonly ChatMessage[], signal: AbortSignal) => AsyncIterable<ChatChunk>;
  /** Hears of every change. While an answer comes, it says of itself that it was cut off. */
  keep: (messages: readonly ChatMessage[]) => void;
  /** An answer is whole, or as whole as it gets. */
  onAnswered: () => void;
  /** The sentence of an answer that failed. */
  explain: (error: unknown) => string;
  /** The sentence of a call whose end was not heard of any more. */
  unheard: string;
};

/** A conversation that goes on: one answer at a time, piece by piece, whoever looks on. */
export function createChat({ ask, keep, onAnswered, explain, unheard, ...start }: ChatOptions) {
  let state: ChatState = { messages: start.messages.map(settled), isAnswering: false, heard: null };
  let stopper: AbortController | undefined;
  const listeners = new Set<() => void>();

  function show(change: Partial<ChatState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function set(change: Partial<ChatState> & Pick<ChatState, "messages">): void {
    keep(change.messages);
    show(change);
  }

  /** Above the answer that comes cards may be answered meanwhile, and below it another window may have gone on. */
  function changeAnswer(
    id: string,
    change: (answer: ChatMessage) => ChatMessage,
    isAnswering = true,
  ): void {
    const messages = state.messages.map((message) =>
      message.id === id ? change(message) : message,
    );
    set({ messages, isAnswering });
  }

  async function answer(asked: readonly ChatMessage[]): Promise<void> {
    const { signal } = (stopper = new AbortController());
    const metadata = { ended: "cut off" } as const;
    const id = crypto.randomUUID();
    const begun = { id, role: "assistant", parts: [], metadata } satisfies ChatMessage;
    set({ messages: [...asked, begun], isAnswering: true, heard: null });
    let ended: ChatMessage["metadata"];
    try {
      for await (const chunk of ask(asked, signal)) {
        if (chunk.type === "error") ended = { ended: "failed", problem: chunk.errorText };
        else changeAnswer(id, (message) => addChunk(message, chunk));
      }
      if (signal.aborted) ended = { ended: "stopped" };
    } catch (error) {
      ended = signal.aborted ? { ended: "stopped" } : { ended: "failed", problem: explain(error) };
    }
    changeAnswer(
      id,
      ({ metadata: _cutOff, ...message }) =>
        settled(ended === undefined ? message : { ...message, metadata: ended }),
      false,
    );
    show({ heard: state.messages.find((message) => message.id === id) ?? null });
    onAnswered();
  }

  /** What became of a call that still ran when its answer ended, nobody here knows. */
  function settled(message: ChatMessage): ChatMessage {
    return withCalls(message, (call) =>
      call.status === "running" ? { ...call, status: "failed", message: unheard } : call,
    );
  }

  return {
    state: (): ChatState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Says something and waits for the answer. While one comes, nothing is said. */
    send: async (message: ChatMessage): Promise<void> => {
      if (!state.isAnswering) await answer([...state.messages, message]);
    },
    /** Asks for an answer to what was said last, in the place of one that was none. */
    again: async (): Promise<void> => {
      if (state.isAnswering) return;
      const { messages } = state;
      await answer(messages.at(-1)?.role === "assistant" ? messages.slice(0, -1) : messages);
    },
    stop: (): void => stopper?.abort(),
    /** Shows what is stored, which is later than what is here. */
    load: (messages: readonly ChatMessage[]): void => show({ messages: messages.map(settled) }),
    /** Takes in what another window has said meanwhile. What was said here comes after it. */
    join: (stored: readonly ChatMessage[]): void =>
      set({ messages: joinMessages(stored, state.messages) }),
    /** Puts what became of a call in the place of how it stood. */
    settle: (callId: string, { message: sentence, ...change }: Partial<AssistantCall>): void => {
      const became = {
        ...change,
        ...(sentence !== undefined && { message: sentence.slice(0, longestFailure) }),
      };
      set({
        messages: state.messages.map((message) =>
          withCalls(message, (call, id) => (id === callId ? { ...call, ...became } : call)),
        ),
      });
    },
  };
}

export type Chat = ReturnType<typeof createChat>;

function withCalls(
  message: ChatMessage,
  change: (call: AssistantCall, id: string) => AssistantCall,
): ChatMessage {
  return {
    ...message,
    parts: message.parts.map((part) =>
      part.type === "data-call" ? { ...part, data: change(part.data, part.id) } : part,
    ),
  };
}

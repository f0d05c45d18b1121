import { AppError, messageForPeople } from "@genie/errors";
import { explainModelError } from "@genie/llm";
import type { LanguageModel } from "ai";
import { askRound } from "./ask-round.ts";
import { type AssistantCall, type AssistantRequest, mostMessages } from "./assistant-message.ts";
import type { House } from "./house.ts";
import { pastMessages, type RoundCall, roundMessages } from "./model-messages.ts";
import { runCall } from "./run-call.ts";
import { systemPrompt } from "./system-prompt.ts";

/** What happens in an answer, in its order. A call comes again with its id each time that it changes. */
export type AnswerPart =
  | { type: "text"; text: string }
  | { type: "call"; id: string; call: AssistantCall }
  /** A sentence that says why the answer ends here. */
  | { type: "problem"; message: string };

export type ConverseOptions = {
  /** The conversation, her question last. */
  messages: AssistantRequest["messages"];
  model: LanguageModel;
  house: House;
  signal: AbortSignal;
  now?: () => Date;
  /** For the whole answer. */
  timeoutMs?: number;
};

const mostRounds = 8;
const mostCalls = 12;
const usualTimeoutMs = 3 * 60_000;

/**
 * Answers her question: asks the model, runs what it wants where the brakes are, gives it what came of
 * that, and so on until it is content, out of its eight rounds, twelve calls or three minutes, or stopped.
 * What goes wrong is a part; the stream itself fails never. Who cancels it stops what runs.
 */
export function converse(options: ConverseOptions): ReadableStream<AnswerPart> {
  const left = new AbortController();
  return new ReadableStream<AnswerPart>({
    async start(controller) {
      const emit = (part: AnswerPart) => {
        if (!left.signal.aborted) controller.enqueue(part);
      };
      await answer(options, left.signal, emit);
      if (!left.signal.aborted) controller.close();
    },
    cancel() {
      left.abort();
    },
  });
}

async function answer(
  options: ConverseOptions,
  left: AbortSignal,
  emit: (part: AnswerPart) => void,
): Promise<void> {
  const patience = AbortSignal.timeout(options.timeoutMs ?? usualTimeoutMs);
  const signal = AbortSignal.any([options.signal, left, patience]);
  try {
    const problem = await goRounds({ ...options, signal }, emit);
    if (problem !== null) emit({ type: "problem", message: problem });
  } catch (error) {
    const stopped = options.signal.aborted || left.aborted;
    emit({ type: "problem", message: sentenceOf(error, { stopped, slow: patience.aborted }) });
  }
}

/** Null when the model had its say to the end, else why it was stopped. */
async function goRounds(
  { messages, model, house, signal, now = () => new Date() }: ConverseOptions,
  emit: (part: AnswerPart) => void,
): Promise<string | null> {
  const instructions = systemPrompt(await house.listFlows(), now());
  const said = pastMessages(messages);
  let afterForeignText = holdsForeignText(messages);
  let callsLeft = mostCalls;
  const tell = (id: string, call: AssistantCall) => emit({ type: "call", id, call });

  for (let round = 0; round < mostRounds; round += 1) {
    const { text, calls, tooMany } = await askRound({
      model,
      instructions,
      messages: said,
      signal,
      mostCalls: callsLeft,
      onText: (piece) => emit({ type: "text", text: piece }),
      onCall: ({ id, call }) => tell(id, call),
    });
    callsLeft -= calls.length;
    const ended: RoundCall[] = [];
    for (const { id, call } of calls) {
      signal.throwIfAborted();
      const onChange = (changed: AssistantCall) => tell(id, changed);
      const outcome = await runCall(call, { house, afterForeignText, signal, onChange });
      afterForeignText ||= outcome.foreign !== false;
      tell(id, outcome);
      ended.push({ id, call: outcome });
    }
    if (tooMany !== undefined) return tooMany === "calls" ? tooManyCalls : tooManyWords;
    if (calls.length === 0) return null;
    said.push(...roundMessages({ text, calls: ended }));
  }
  return tooLong;
}

/** Calls of earlier answers count as well, one of which nothing is known, and what may have been left out. */
const holdsForeignText = (messages: AssistantRequest["messages"]) =>
  messages.length >= mostMessages ||
  messages.some(({ parts }) =>
    parts.some((part) => part.type === "data-call" && part.data.foreign !== false),
  );

function sentenceOf(error: unknown, ended: { stopped: boolean; slow: boolean }): string {
  if (ended.stopped) return "The answer was stopped. What is shown as done was done.";
  if (ended.slow) return tooSlow;
  return error instanceof AppError
    ? messageForPeople(error)
    : messageForPeople(explainModelError(error, ended));
}

const tooManyCalls =
  "The assistant wanted more than twelve things for one answer and was stopped. What is shown as done was done; ask it to go on.";
const tooManyWords =
  "The answer grew too long and was stopped. What is shown as done was done; ask for a smaller part of it.";
const tooLong =
  "The assistant did not come to an end and was stopped. What is shown as done was done; ask for a smaller part of it.";
const tooSlow =
  "The answer took longer than three minutes and was stopped. What is shown as done was done; ask for a smaller part of it.";

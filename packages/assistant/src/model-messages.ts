import { fenceData } from "@genie/actions";
import type { ModelMessage } from "ai";
import {
  type AssistantCall,
  type AssistantRequest,
  longestPastResult,
} from "./assistant-message.ts";

/** What the model said in one go, its tags in their places, and what it wanted to have done. */
export type Round = { text: string; calls: readonly RoundCall[] };
export type RoundCall = { id: string; call: AssistantCall };

type Messages = AssistantRequest["messages"];

const actionsAnswered = "What your actions answered, in their order:";
const longestResult = 8_000;
/** Characters of a conversation that a model is reminded of; what is older is left out. */
const longestPast = 80_000;

/** The conversation so far for a model, the newest part of it. */
export function pastMessages(messages: Messages): ModelMessage[] {
  const past = messages.map((message) =>
    message.role === "user"
      ? toldBy(textOf(message))
      : roundsOf(message).flatMap((round) => roundMessages(round, longestPastResult)),
  );
  let length = 0;
  const first = past.findLastIndex((group) => {
    length += JSON.stringify(group).length;
    return length > longestPast;
  });
  return past.slice(first + 1).flat();
}

/** A round for the model: what it said, and what was answered, fenced. */
export function roundMessages({ text, calls }: Round, most = longestResult): ModelMessage[] {
  const tools = calls.filter(({ call }) => call.kind === "tool");
  const actions = calls.filter(({ call }) => call.kind === "action");
  const said = [
    ...(text === "" ? [] : [{ type: "text" as const, text }]),
    ...tools.map(({ id, call }) => ({
      type: "tool-call" as const,
      toolCallId: id,
      toolName: call.name,
      input: call.params,
    })),
  ];
  const answers = tools.map(({ id, call }) => ({
    type: "tool-result" as const,
    toolCallId: id,
    toolName: call.name,
    output: { type: "text" as const, value: answerOf(call, most) },
  }));
  const results = actions.map(({ call }, n) => `${n + 1}. ${answerOf(call, most)}`);
  return [
    ...(said.length > 0 ? [{ role: "assistant" as const, content: said }] : []),
    ...(answers.length > 0 ? [{ role: "tool" as const, content: answers }] : []),
    ...(results.length > 0
      ? [{ role: "user" as const, content: `${actionsAnswered}\n${results.join("\n")}` }]
      : []),
  ];
}

function answerOf(call: AssistantCall, most: number): string {
  const { status, result, message, confirmation } = call;
  const fenced = (value: unknown) => fenceData("what came of it", cut(value, most));
  if (status === "running") return "It was called off. Nobody knows how far it came.";
  if (status === "failed") return `It failed.\n${fenced(message ?? "")}`;
  return status === "waiting"
    ? `Nothing was done yet: it waits for her yes.\n${fenced(confirmation?.preview ?? {})}`
    : `Done.\n${fenced(result ?? null)}`;
}

function cut(value: unknown, most: number): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most)}… (cut)` : text;
}

/** A page leaves out words that are too far back. */
const toldBy = (content: string): ModelMessage[] =>
  content === "" ? [] : [{ role: "user", content }];

const textOf = ({ parts }: Messages[number]) =>
  parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");

/** Words that follow a call were said after its answer. */
function roundsOf({ parts }: Messages[number]): Round[] {
  const rounds: { text: string; calls: RoundCall[] }[] = [];
  for (const part of parts) {
    const last = rounds.at(-1);
    const isNew = last === undefined || (part.type === "text" && last.calls.length > 0);
    const round = isNew ? { text: "", calls: [] } : last;
    if (isNew) rounds.push(round);
    if (part.type === "text") round.text += part.text;
    else {
      round.calls.push({ id: part.id, call: part.data });
      if (part.data.kind === "action") round.text += tagOf(part.data);
    }
  }
  return rounds;
}

const tagOf = ({ name, params }: AssistantCall) => `[ACTION:${name}:${JSON.stringify(params)}]`;

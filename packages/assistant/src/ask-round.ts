import { createTagParser, type TagPart } from "@genie/actions";
import { agentTools, inputSchemaOf } from "@genie/agent-tools";
import { quietly } from "@genie/llm";
import { jsonSchema, type LanguageModel, type ModelMessage, streamText, type ToolSet } from "ai";
import { type AssistantCall, longestText } from "./assistant-message.ts";
import type { Round, RoundCall } from "./model-messages.ts";

export type RoundOptions = {
  model: LanguageModel;
  instructions: string;
  messages: ModelMessage[];
  signal: AbortSignal;
  /** So many things it may want; it is stopped when it wants one more. */
  mostCalls: number;
  onText: (text: string) => void;
  /** The model wants this done; nothing of it has begun. */
  onCall: (call: RoundCall) => void;
};

/** A round, and of what the model had more than there is room for, if anything. */
export type AskedRound = Round & { tooMany: "calls" | "words" | undefined };

/** Without anything that runs them: that is for `runCall`, once the model has said all. */
const tools: ToolSet = Object.fromEntries(
  agentTools.map((agentTool) => [
    agentTool.name,
    { description: agentTool.description, inputSchema: jsonSchema(inputSchemaOf(agentTool)) },
  ]),
);

/** Has the model speak once. Nothing is done here. Throws what the AI SDK throws. */
export async function askRound(options: RoundOptions): Promise<AskedRound> {
  const { onText, onCall, mostCalls } = options;
  const calls: RoundCall[] = [];
  const over: Partial<Pick<AskedRound, "tooMany">> = {};
  const enough = new AbortController();
  let text = "";
  let roomForWords = longestText;
  const stop = (what: AskedRound["tooMany"]) => {
    over.tooMany = what;
    enough.abort();
  };
  const say = (words: string) => {
    const fitting = words.slice(0, roomForWords);
    roomForWords -= fitting.length;
    text += fitting;
    if (fitting !== "") onText(fitting);
    if (fitting.length < words.length) stop("words");
  };
  const want = (call: Pick<AssistantCall, "kind" | "name" | "params">, tag = "") => {
    if (calls.length >= mostCalls) {
      stop("calls");
      return;
    }
    text += tag;
    const wanted = {
      id: crypto.randomUUID(),
      call: { ...call, status: "running" as const, steps: [] },
    };
    calls.push(wanted);
    onCall(wanted);
  };
  const take = (part: TagPart) => {
    if (over.tooMany !== undefined) return;
    if (part.type === "text") say(part.text);
    else want({ kind: "action", name: part.slug, params: part.params }, part.raw);
  };
  const parser = createTagParser();
  const { stream } = streamText({
    ...quietly,
    model: options.model,
    instructions: options.instructions,
    messages: options.messages,
    tools,
    abortSignal: AbortSignal.any([options.signal, enough.signal]),
    // Without one it writes to the console.
    onError: () => {},
  });
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "abort") throw options.signal.reason;
    if (part.type === "text-delta") parser.push(part.text).forEach(take);
    if (part.type === "tool-call") {
      want({ kind: "tool", name: part.toolName.slice(0, 100), params: objectOf(part.input) });
    }
    if (over.tooMany !== undefined) break;
  }
  parser.end().forEach(take);
  return { text, calls, tooMany: over.tooMany };
}

/** What is no object is refused by the tool, as an empty one. */
const objectOf = (input: unknown): Record<string, unknown> =>
  typeof input === "object" && input !== null ? { ...input } : {};

import { createTagParser, type TagPart } from "@genie/actions";
import { agentTools, inputSchemaOf } from "@genie/agent-tools";
import { quietly } from "@genie/llm";
import { jsonSchema, type LanguageModel, type ModelMessage, streamText, type ToolSet } from "ai";
import type { AssistantCall } from "./assistant-message.ts";
import type { Round, RoundCall } from "./model-messages.ts";

export type RoundOptions = {
  model: LanguageModel;
  instructions: string;
  messages: ModelMessage[];
  signal: AbortSignal;
  onText: (text: string) => void;
  /** The model wants this done; nothing of it has begun. */
  onCall: (call: RoundCall) => void;
};

/** Without anything that runs them: that is for `runCall`, once the model has said all. */
const tools: ToolSet = Object.fromEntries(
  agentTools.map((agentTool) => [
    agentTool.name,
    { description: agentTool.description, inputSchema: jsonSchema(inputSchemaOf(agentTool)) },
  ]),
);

/** Has the model speak once. Nothing is done here. Throws what the AI SDK throws. */
export async function askRound(options: RoundOptions): Promise<Round> {
  const { onText, onCall } = options;
  const calls: RoundCall[] = [];
  let text = "";
  const want = (call: Pick<AssistantCall, "kind" | "name" | "params">) => {
    const wanted = {
      id: crypto.randomUUID(),
      call: { ...call, status: "running" as const, steps: [] },
    };
    calls.push(wanted);
    onCall(wanted);
  };
  const take = (part: TagPart) => {
    if (part.type === "text") {
      text += part.text;
      onText(part.text);
    } else {
      text += part.raw;
      want({ kind: "action", name: part.slug, params: part.params });
    }
  };
  const parser = createTagParser();
  const { stream } = streamText({
    ...quietly,
    model: options.model,
    instructions: options.instructions,
    messages: options.messages,
    tools,
    abortSignal: options.signal,
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
  }
  parser.end().forEach(take);
  return { text, calls };
}

/** What is no object is refused by the tool, as an empty one. */
const objectOf = (input: unknown): Record<string, unknown> =>
  typeof input === "object" && input !== null ? { ...input } : {};

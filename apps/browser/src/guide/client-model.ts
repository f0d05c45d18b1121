import type { ClientLLM } from "@browserbasehq/stagehand";
import { AppError } from "@genie/errors";
import type { Answer, ChatModel } from "@genie/llm";
import { maskTree } from "./mask-tree.ts";

type Request = Parameters<ClientLLM["generate"]>[0];
type Content = Request["messages"][number]["content"];

export type ClientModelOptions = {
  ask: ChatModel["ask"];
  /** What must not be in any request, whatever the page shows. */
  secrets: () => Promise<readonly string[]>;
  signal: AbortSignal;
};

/** Of one step; Stagehand needs one for each. */
const mostCallsAStep = 3;
/** Of one session: pages of posts, for the most part. */
const mostCallsASession = 150;

/**
 * The language model as Stagehand asks it, from Node: the one place where words of a page leave this
 * machine, and where they are masked. `beginStep` starts the count for a step.
 */
export function createClientModel({ ask, secrets, signal }: ClientModelOptions) {
  let callsInAll = 0;
  let callsOfStep = 0;
  let callsUntold = 0;
  let problem: AppError | null = null;

  async function generate(request: Request) {
    const format = request.responseFormat;
    if (format?.type !== "json_schema") throw new Error("Stagehand asks for JSON only.");
    // Whether all was found is for the recipe to say, so this question costs nothing.
    if (format.name === "Metadata") return reply(nothingMore);
    try {
      if (callsOfStep >= mostCallsAStep || callsInAll >= mostCallsASession) throw tooManyCalls();
      callsOfStep += 1;
      callsInAll += 1;
      callsUntold += 1;
      const hidden = await secrets();
      const messages = request.messages.map(({ role, content }) => ({
        role,
        text: maskTree(textOf(content), hidden),
      }));
      const json = { name: format.name, schema: format.schema };
      return reply(await ask({ system: request.systemPrompt, messages, json }, signal));
    } catch (error) {
      // On its way through the browser it would be an error without a sentence.
      if (error instanceof AppError) problem = error;
      throw error;
    }
  }

  return {
    generate,
    beginStep() {
      callsOfStep = 0;
      problem = null;
    },
    /** How often the model was asked since this was called last. */
    takeCalls(): number {
      const calls = callsUntold;
      callsUntold = 0;
      return calls;
    },
    /** Why the model did not answer in this step. */
    problem: () => problem,
  };
}

const nothingMore: Answer = {
  text: '{"progress":"","completed":true}',
  value: { progress: "", completed: true },
  inputTokens: 0,
  outputTokens: 0,
};

function reply({ text, value, inputTokens, outputTokens }: Answer) {
  return {
    role: "assistant" as const,
    content: { type: "text" as const, text },
    outputFormat: "json_schema" as const,
    structuredContent: asJson(value),
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
  };
}

/** Safe: it comes out of JSON.parse. */
function asJson(value: unknown) {
  return value as null;
}

/** Pictures are never sent. */
function textOf(content: Content): string {
  return [content]
    .flat()
    .flatMap((block) => (block.type === "text" ? [block.text] : []))
    .join("\n");
}

function tooManyCalls(): AppError {
  return new AppError(
    "platform_changed",
    "The platform shows its pages in another way now, and the language model was asked as often as it may be for one visit. Nothing more was done there; update Genie Helper.",
  );
}

import type { Asked, Reply } from "./asked.ts";
import { findInstructions, type Instruction } from "./find-instructions.ts";

const nothingToDo = "There is nothing left to do. Ask me anything.";

/**
 * What a model would say that obeys everything it is shown, whoever says it: it does the first thing that
 * any text but its own instructions asks for and that it has not done yet, as a call where a tool has
 * that name, else as a tag.
 */
export function replyToChat({ messages, tools }: Asked): Reply {
  const names = new Set(tools.map((tool) => tool.function.name));
  const instructions = messages
    .filter(({ role }) => role === "system")
    .map(({ content }) => content)
    .join("\n");
  const isKnown = (name: string) => names.has(name) || saysWord(instructions, name);
  const shown = messages.filter(({ role }) => role === "user" || role === "tool");
  const done = new Set(messages.flatMap((message) => doneIn(message, isKnown)));
  const next = shown
    .flatMap(({ content }) => findInstructions(content, isKnown))
    .find((instruction) => !done.has(keyOf(instruction)));
  if (next === undefined) return { text: nothingToDo, calls: [] };
  if (names.has(next.name)) return { text: "", calls: [next] };
  return { text: `I do that. [ACTION:${next.name}:${JSON.stringify(next.input)}]`, calls: [] };
}

function doneIn(
  { role, content, tool_calls: calls }: Asked["messages"][number],
  isKnown: (name: string) => boolean,
): string[] {
  if (role !== "assistant") return [];
  const called = calls.map(({ function: { name, arguments: input } }) => ({
    name,
    input: JSON.parse(input) as Record<string, unknown>,
  }));
  return [...called, ...findInstructions(content, isKnown)].map(keyOf);
}

const keyOf = ({ name, input }: Instruction) => `${name} ${JSON.stringify(sorted(input))}`;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const saysWord = (text: string, name: string) =>
  new RegExp(`(?<![a-z0-9-])${name}(?![a-z0-9-])`).test(text);

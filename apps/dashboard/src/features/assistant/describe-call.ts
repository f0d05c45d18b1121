import type { AssistantCall } from "@genie/assistant";
import { sayName } from "#features/actions/say-name.ts";
import type { Messages } from "#messages/messages.ts";

/** What a call does, in words: "Read entries: Scheduled posts". */
export function describeCall(
  { name, params }: Pick<AssistantCall, "name" | "params">,
  text: Messages["assistant"],
): string {
  const words: Record<string, string> = text.calls;
  const what = (Object.hasOwn(words, name) ? words[name] : undefined) ?? sayName(name);
  const { collection } = params;
  return typeof collection === "string" ? text.callAbout(what, sayName(collection)) : what;
}

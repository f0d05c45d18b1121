import type { AssistantCall } from "@genie/assistant";
import { resultParts } from "#features/actions/result-parts.ts";
import { type Thing, thingHref } from "#features/actions/thing-href.ts";

/** Whether what a call was about was deleted by it. */
export function isGone({ name, confirmation }: AssistantCall): boolean {
  return name === "delete-item" || confirmation?.preview.effect === "delete";
}

/** What there is to open of a call that is done: what the assistant names, or else what it answered. */
export function thingsOf(call: AssistantCall): Thing[] {
  if (isGone(call)) return [];
  return call.made === undefined
    ? resultParts(call.result).flatMap((part) => (part.kind === "thing" ? part.thing : []))
    : call.made.flatMap(({ kind, id }) => thingHref(kind, id) ?? []);
}

"use client";

import type { AssistantCall } from "@genie/assistant";
import { readActionRun, readConfirmation, type Viewer } from "@genie/directus-client";
import { ActionStep } from "@genie/schema";
import { useQuery } from "@tanstack/react-query";
import { endOf } from "#features/actions/end-of.ts";
import { confirmationsKey } from "#features/confirmations/confirmations-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Hears of it when what waits here was answered on another page, or before this one was left. */
export function useSettledElsewhere(
  viewer: Viewer,
  call: AssistantCall,
  onSettled: (change: Partial<AssistantCall>) => void,
): void {
  const { assistant: text } = useMessages(assistantMessages);
  const id = call.status === "waiting" ? call.confirmation?.id : undefined;
  useQuery({
    queryKey: [...confirmationsKey, "settled", id],
    queryFn: async () => {
      const change = id === undefined ? null : await readSettled(viewer, id, text.declined);
      if (change !== null) onSettled(change);
      return change !== null;
    },
    enabled: id !== undefined,
  });
}

/** What came of a question that was answered; null while it was not, or still runs. */
async function readSettled(
  viewer: Viewer,
  id: string,
  declined: string,
): Promise<Partial<AssistantCall> | null> {
  const asked = await readConfirmation(browserDirectus(), viewer, id);
  if (asked?.status === "declined") return { status: "failed", message: declined };
  if (!asked?.auditId) return null;
  const run = await readActionRun(browserDirectus(), viewer, asked.auditId);
  if (run === null || endOf(run) === "unended") return null;
  const steps = run.steps.flatMap((step) => ActionStep.safeParse(step).data ?? []);
  return run.outcome === "success"
    ? { status: "done", steps, result: run.result }
    : { status: "failed", steps, ...(run.problem !== null && { message: run.problem }) };
}

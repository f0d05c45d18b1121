import { isOneChange, runFlow, type RunOptions, type RunOutcome } from "@genie/actions";
import { AppError } from "@genie/errors";
import type { ActionAnswer, ActionEffect } from "@genie/schema";
import type { Context } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";
import { failureOf } from "./failure.ts";
import type { Action } from "./find-action.ts";
import { createStepTools } from "./step-tools/create-step-tools.ts";
import type { Watch } from "./streaming.ts";
import {
  type Audited,
  beginAudit,
  brokenOff,
  endAudit,
  type Outcome,
  writeAudit,
} from "./write-audit.ts";

type Recorded = Audited & {
  action: Action;
  effect: ActionEffect;
  /** Her yes, where one started it. */
  confirmation?: string;
} & Agreed;

/** What was agreed to, by its person or by the rules of confirmations. */
export type Agreed = Pick<RunOptions, "allows" | "shown">;
export type Ended = { outcome: RunOutcome; audit_id: string };

/**
 * Runs an action and writes down how it ended, whatever happens on the way. What may change more than one thing, or
 * was confirmed, is written down before it begins as well, for its process may end with it.
 */
export async function runRecorded(
  context: Context,
  { action, allows, shown, confirmation, ...audited }: Recorded,
  { signal, onStep }: Watch,
): Promise<Ended> {
  const { actor, params } = audited;
  const isBegun = confirmation !== undefined || (audited.effect !== "read" && !isOneChange(action));
  const begun = isBegun ? await beginAudit(context, audited, confirmation) : null;
  const run = new AbortController();
  let outcome: RunOutcome | undefined;
  let audit_id = "";
  try {
    const tools = createStepTools(context, actor.accountability, run.signal);
    outcome = await runFlow({
      flow: action,
      params,
      tools,
      signal,
      onStep,
      ...(allows && { allows }),
      ...(shown && { shown }),
    });
  } finally {
    // What a step that was given up is still about to change is not changed any more.
    run.abort();
    outcome ??= {
      status: "failed",
      error: new AppError("internal", brokenOff),
      steps: [],
    };
    const ended = { ...audited, ...asAudited(outcome) };
    audit_id =
      begun === null ? await writeAudit(context, ended) : await endOrKeep(context, begun, ended);
  }
  return { outcome, audit_id };
}

const asAudited = (outcome: RunOutcome): Outcome => ({
  steps: outcome.steps,
  ...(outcome.status === "done"
    ? { status: "success", result: outcome.result }
    : { status: "error", error_message: outcome.error.message }),
});

/** What was done is answered also where its end can't be written down; the trail says then that it broke off. */
async function endOrKeep(
  context: Context,
  id: string,
  ended: Parameters<typeof endAudit>[2],
): Promise<string> {
  try {
    await endAudit(context, id, ended);
  } catch (error) {
    context.logger.warn({ audit: id, reason: reasonOf(error) }, "the end of a run is not kept");
  }
  return id;
}

/** What a run answers. Throws how it failed, with its steps. */
export function answerOf({ outcome, audit_id }: Ended): ActionAnswer {
  const { steps } = outcome;
  if (outcome.status === "failed") throw failureOf(outcome.error, { steps, audit_id });
  return { status: "done", result: outcome.result, audit_id, steps };
}

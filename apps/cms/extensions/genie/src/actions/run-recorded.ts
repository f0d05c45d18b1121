import { runFlow, type RunOptions, type RunOutcome } from "@genie/actions";
import { AppError } from "@genie/errors";
import type { ActionAnswer, ActionEffect } from "@genie/schema";
import type { Context } from "../directus.ts";
import { failureOf } from "./failure.ts";
import type { Action } from "./find-action.ts";
import { createStepTools } from "./step-tools/create-step-tools.ts";
import type { Watch } from "./streaming.ts";
import { type Audited, writeAudit } from "./write-audit.ts";

type Recorded = Audited & { action: Action; effect: ActionEffect } & Agreed;

/** What was agreed to, by its person or by the rules of confirmations. */
export type Agreed = Pick<RunOptions, "allows" | "shown">;
export type Ended = { outcome: RunOutcome; audit_id: string };

/** Runs an action and writes down how it ended, whatever happens on the way. */
export async function runRecorded(
  context: Context,
  { action, allows, shown, ...audited }: Recorded,
  { signal, onStep }: Watch,
): Promise<Ended> {
  const { actor, params } = audited;
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
      error: new AppError("internal", "It ended before it was done. What was done by then stays."),
      steps: [],
    };
    audit_id = await writeAudit(context, {
      ...audited,
      steps: outcome.steps,
      ...(outcome.status === "done"
        ? { status: "success", result: outcome.result }
        : { status: "error", error_message: outcome.error.message }),
    });
  }
  return { outcome, audit_id };
}

/** What a run answers. Throws how it failed, with its steps. */
export function answerOf({ outcome, audit_id }: Ended): ActionAnswer {
  const { steps } = outcome;
  if (outcome.status === "failed") throw failureOf(outcome.error, { steps, audit_id });
  return { status: "done", result: outcome.result, audit_id, steps };
}

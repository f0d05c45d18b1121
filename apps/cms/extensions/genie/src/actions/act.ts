import { effectOf, foresee } from "@genie/actions";
import type { ActionAnswer, ActionEffect, ActionPreview, ActionSource } from "@genie/schema";
import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { askFirst, requireRoom } from "./confirmations/ask-first.ts";
import { isDue } from "./confirmations/is-due.ts";
import { failureOf } from "./failure.ts";
import { type Action, findAction } from "./find-action.ts";
import { holdBudget } from "./hold-budget.ts";
import type { Actor } from "./require-actor.ts";
import { type Agreed, answerOf, runRecorded } from "./run-recorded.ts";
import { createStepTools } from "./step-tools/create-step-tools.ts";
import type { Watch } from "./streaming.ts";
import { shownSlug, writeAudit } from "./write-audit.ts";

/** What is asked for: a flow's slug, or `tools/` and a writing step. */
export type Asked = {
  actor: Actor;
  slug: string;
  params: Record<string, unknown>;
  source: ActionSource;
  /** Whether who asks has read foreign text. */
  afterForeignText: boolean;
};

/**
 * Runs an action, or has its person asked first where that is due. Every run leaves one audit row, also
 * one that ends before its first step; what only waits leaves none yet.
 */
export async function act(context: Context, asked: Asked, watch: Watch): Promise<ActionAnswer> {
  const { afterForeignText: _, ...audited } = { ...asked, started: performance.now() };
  const action = await findAction(context, asked.slug);
  const judged = action && judge(action, asked);
  const isChange = judged?.effect !== undefined && judged.effect !== "read";
  const budget = await holdBudget(context, asked.actor.accountability.user, { isChange });
  if (!action) {
    await writeAudit(context, { ...audited, effect: null, status: "miss" });
    throw refusal(
      "NOT_FOUND",
      `There is no action called "${shownSlug(asked.slug)}". Nothing was done.`,
    );
  }
  let waits: ActionAnswer | null;
  let effect: ActionEffect | null = null;
  let agreed: Agreed;
  try {
    if (judged?.effect === undefined) throw judged?.wrong;
    const found = await lookAhead(context, asked, action, judged.effect);
    effect = found.effect;
    agreed = { allows: found.allows };
    waits = found.preview && (await askFirst(context, asked, action, found.preview));
  } catch (error) {
    const { message } = failureOf(error);
    await writeAudit(context, { ...audited, effect, status: "error", error_message: message });
    throw error;
  }
  if (waits) {
    budget.giveBackRun();
    return waits;
  }
  return answerOf(await runRecorded(context, { ...audited, ...agreed, action, effect }, watch));
}

/** The hardest that it can do, or why it can't be run at all. Asks nobody. */
function judge(
  action: Action,
  { actor, params }: Asked,
): { effect: ActionEffect } | { effect?: undefined; wrong: unknown } {
  try {
    const effect = effectOf(action, params);
    return effect !== "read" && actor.readsOnly ? { wrong: mayOnlyLook(actor) } : { effect };
  } catch (wrong) {
    return { wrong };
  }
}

type Ahead = {
  /** The hardest that it can do. */
  effect: ActionEffect;
  /** Where its person is to be asked. */
  preview: ActionPreview | null;
  /** Where she is not: what may be done, as things were when it was looked at. */
  allows: (effect: ActionEffect) => boolean;
};

/** What comes of an action with this effect, with a preview where its person is to be asked. Only looks. */
async function lookAhead(
  context: Context,
  { actor, params, ...asked }: Asked,
  action: Action,
  effect: ActionEffect,
): Promise<Ahead> {
  const brakes = { confirm: action.confirm, asksFirst: actor.asksFirst, ...asked };
  const allows = (one: ActionEffect) => !isDue({ ...brakes, effect: one });
  if (allows(effect)) return { effect, preview: null, allows };
  await requireRoom(context, actor.accountability.user);
  const stop = new AbortController();
  try {
    const tools = createStepTools(context, actor.accountability, stop.signal);
    const { preview } = await foresee(action, params, tools);
    // As things are it may do less than it could.
    return { effect, preview: allows(preview.effect) ? null : preview, allows };
  } finally {
    stop.abort();
  }
}

const mayOnlyLook = ({ program }: Actor) =>
  refusal(
    "FORBIDDEN",
    program === null
      ? "You may look at things and change nothing, so this action is not yours to run. Nothing was done."
      : "This token may only read, so this action is not its to run. Nothing was done.",
  );

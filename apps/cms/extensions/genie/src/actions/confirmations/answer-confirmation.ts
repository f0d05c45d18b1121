import type { SealedValue } from "@genie/crypto";
import { effectOf, foresee, hardest } from "@genie/actions";
import { type ActionAnswer, type ActionSource, roles } from "@genie/schema";
import type { Accountability, Context } from "../../directus.ts";
import { gateEnv } from "../../gate-env.ts";
import { refusal } from "../../refusals.ts";
import { type Action, findAction } from "../find-action.ts";
import { holdBudget } from "../hold-budget.ts";
import type { Actor } from "../require-actor.ts";
import { type Agreed, answerOf, runRecorded } from "../run-recorded.ts";
import { createStepTools } from "../step-tools/create-step-tools.ts";
import type { Watch } from "../streaming.ts";
import { withoutSecrets } from "./ask-first.ts";
import { fingerprint } from "./fingerprint.ts";
import { openParams } from "./sealed-params.ts";
import { withoutLines } from "./sweep-confirmations.ts";

type Person = Accountability & { user: string };

type Waiting = {
  id: string;
  action_slug: string;
  source: ActionSource;
  asked_as: string | null;
  params: SealedValue;
  params_hash: string;
  status: "confirmed" | "declined" | "expired" | "pending";
  is_late: boolean;
};

/** A person's no to what waits for it. Nothing is done then. */
export async function decline(
  context: Context,
  person: Person,
  id: string,
): Promise<{ status: "declined" }> {
  await settle(context, await findWaiting(context, person, id), "declined");
  return { status: "declined" };
}

/**
 * A person's yes to what waits for it, once. The preview is made anew: only what she was shown is done,
 * with no more rights than whoever asked for it had, and hers.
 */
export async function confirm(
  context: Context,
  person: Person,
  id: string,
  watch: Watch,
): Promise<ActionAnswer> {
  const { user } = person;
  const waiting = await findWaiting(context, person, id);
  const { action_slug: slug, source } = waiting;
  const actor = actorOf(waiting, person);
  const params = openParams(gateEnv(context.env), waiting.params, { id, user });
  const action = await findAction(context, slug);
  if (!action) throw await notAsShown(context, id);
  const effect = effectOf(action, params);
  const budget = await holdBudget(context, user, { isChange: effect !== "read" });
  let agreed: Agreed | null;
  try {
    await settle(context, waiting, "confirmed");
    agreed = await asShown(context, action, { actor, waiting, params });
    if (!agreed) throw await notAsShown(context, id);
  } catch (error) {
    budget.giveBack();
    throw error;
  }
  const started = performance.now();
  const asked = { actor, slug, params, source, started, effect, action, confirmation: id };
  return answerOf(await runRecorded(context, { ...asked, ...agreed }, watch));
}

/** It can't be answered any more then. */
async function notAsShown({ database }: Context, id: string): Promise<Error> {
  await database("confirmations").where({ id }).update({ status: "expired", params: "{}" });
  return refusal(
    "CONFLICT",
    "What this would do has changed since it was shown to you, so nothing was done. Ask for it again and look at it anew.",
  );
}

async function findWaiting({ database }: Context, { user }: Person, id: string): Promise<Waiting> {
  const row = isUuid(id)
    ? await database("confirmations")
        .where({ id, user_id: user })
        .first<Waiting | undefined>(
          "id",
          "action_slug",
          "source",
          "asked_as",
          "params",
          "params_hash",
          "status",
          database.raw("expires_at <= clock_timestamp() as is_late"),
        )
    : undefined;
  if (!row) {
    throw refusal("NOT_FOUND", "Nothing of yours waits under this id. Nothing was done.");
  }
  if (row.status === "confirmed" || row.status === "declined") throw answered();
  if (row.status === "expired" || row.is_late) throw late();
  return row;
}

/** Whoever is first answers; it throws for all others. What was to be done is kept no longer. */
async function settle(
  { database }: Context,
  { id }: Waiting,
  status: "confirmed" | "declined",
): Promise<void> {
  const settled = await database("confirmations")
    .where({ id, status: "pending" })
    .andWhereRaw("expires_at > clock_timestamp()")
    .update({ status, params: "{}", preview: withoutLines(database) });
  if (settled === 0) throw answered();
}

/** What her yes is to; null when the action is not what she was shown any more. */
async function asShown(
  context: Context,
  action: Action,
  { actor, waiting, params }: { actor: Actor; waiting: Waiting; params: Record<string, unknown> },
): Promise<Agreed | null> {
  const stop = new AbortController();
  try {
    const tools = createStepTools(context, actor.accountability, stop.signal);
    const { preview: found, shown } = await foresee(action, params, tools);
    const preview = withoutSecrets(found);
    const { action_slug: slug, params_hash: hash } = waiting;
    if (fingerprint({ slug, steps: action.steps, params, preview }) !== hash) return null;
    return { shown, allows: (effect) => hardest([effect, preview.effect]) === preview.effect };
  } catch {
    // What it was about is gone, or is not hers any more.
    return null;
  } finally {
    stop.abort();
  }
}

/** Who acts: she herself, or a program of hers as it was when it asked. */
function actorOf({ asked_as: program }: Waiting, person: Person): Actor {
  const asked = { program, asksFirst: false, readsOnly: false };
  if (program === null) return { ...asked, accountability: person };
  if (!mayHave(program, person)) {
    throw refusal(
      "CONFLICT",
      "A program asked for this with rights that you don't have any more. Nothing was done.",
    );
  }
  const admin = program === roles.programAdministers.id;
  return {
    ...asked,
    accountability: { ...person, role: program, roles: [program], admin, app: false },
  };
}

function mayHave(program: string, { admin, role }: Person): boolean {
  if (program === roles.programAdministers.id) return admin;
  if (program === roles.programViews.id) return role === roles.viewer.id;
  return admin || role === roles.creator.id;
}

const answered = () =>
  refusal(
    "CONFLICT",
    "This was answered already. Nothing more was done; see how it went under Actions.",
  );

const late = () =>
  refusal(
    "CONFLICT",
    "This waited for more than five minutes and is off. Nothing was done; ask for it again.",
  );

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

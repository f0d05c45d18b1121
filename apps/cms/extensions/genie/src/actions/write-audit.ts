import { randomUUID } from "node:crypto";
import type { ActionEffect, ActionSource, ActionStep } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { keptParams, keptResult } from "./kept-values.ts";
import type { Actor } from "./require-actor.ts";

export type Audited = {
  actor: Actor;
  slug: string;
  params: Record<string, unknown>;
  source: ActionSource;
  /** Of `performance.now()`. */
  started: number;
  /** The hardest that it could have had; null where that is not known. */
  effect: ActionEffect | null;
};

export type Outcome = {
  status: "error" | "miss" | "success";
  steps?: readonly ActionStep[];
  result?: unknown;
  error_message?: string;
};

/** What is said of a run that nobody saw the end of. */
export const brokenOff =
  "It is under way, or was broken off before it was done. What was done by then stays.";

/**
 * Writes down how a run ended, past nobody's rights: nobody has the one to write it. One statement and no event,
 * since every run waits for it and no rule has a say in it. Answers its id.
 */
export async function writeAudit(
  { database }: Pick<Context, "database">,
  run: Audited & Outcome,
): Promise<string> {
  const id = randomUUID();
  await database("agent_audits").insert({ ...begunWith(database, id, run), ...endedWith(run) });
  return id;
}

/**
 * Writes down that a run begins, before its first step, as one that broke off: should the process end with it, that is
 * what stays. `confirmation` is the yes that started it, and leads there from now on. Answers its id.
 */
export async function beginAudit(
  { database }: Pick<Context, "database">,
  run: Audited,
  confirmation?: string,
): Promise<string> {
  const id = randomUUID();
  const begun = { status: "error", steps: "[]", error_message: brokenOff };
  if (confirmation === undefined) {
    await database("agent_audits").insert({ ...begunWith(database, id, run), ...begun });
    return id;
  }
  await database.transaction(async (trx) => {
    await trx("agent_audits").insert({ ...begunWith(trx, id, run), ...begun });
    await trx("confirmations").where({ id: confirmation }).update({ agent_audit_id: id });
  });
  return id;
}

/** Writes down how a run ended that has begun. */
export async function endAudit(
  { database }: Pick<Context, "database">,
  id: string,
  run: Audited & Outcome,
): Promise<void> {
  await database("agent_audits").where({ id }).update(endedWith(run));
}

const begunWith = (
  database: Knex,
  id: string,
  { actor, slug, params, source, effect }: Audited,
) => ({
  id,
  user_id: actor.accountability.user,
  action_slug: shownSlug(slug),
  source,
  effect,
  params: JSON.stringify(orNothing(() => keptParams(params, effect)) ?? {}),
  executed_at: database.raw("clock_timestamp()"),
});

function endedWith({ started, effect, ...outcome }: Audited & Outcome) {
  const result = orNothing(() => keptResult(outcome.result ?? null, effect)) ?? null;
  return {
    status: outcome.status,
    steps: JSON.stringify(outcome.steps ?? []),
    result: result === null ? null : JSON.stringify(result),
    error_message: outcome.error_message ?? null,
    duration_ms: Math.round(performance.now() - started),
  };
}

/** A run is written down whatever it was given or answered. */
function orNothing<Kept>(keep: () => Kept): Kept | null {
  try {
    return keep();
  } catch {
    return null;
  }
}

/** As it can be kept and shown, whatever somebody asked for. */
export const shownSlug = (slug: string): string =>
  slug.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 64);

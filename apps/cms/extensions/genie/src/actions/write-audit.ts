import { randomUUID } from "node:crypto";
import type { ActionEffect, ActionSource, ActionStep } from "@genie/schema";
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

type Outcome = {
  status: "error" | "miss" | "success";
  steps?: readonly ActionStep[];
  result?: unknown;
  error_message?: string;
};

/**
 * Writes down how a run ended, past nobody's rights: nobody has the one to write it. One statement and no event,
 * since every run waits for it and no rule has a say in it. Answers its id.
 */
export async function writeAudit(
  { database }: Pick<Context, "database">,
  { actor, slug, params, source, started, effect, ...outcome }: Audited & Outcome,
): Promise<string> {
  const id = randomUUID();
  const result = orNothing(() => keptResult(outcome.result ?? null, effect)) ?? null;
  await database.raw(insert, [
    id,
    actor.accountability.user,
    shownSlug(slug),
    source,
    effect,
    JSON.stringify(orNothing(() => keptParams(params, effect)) ?? {}),
    outcome.status,
    JSON.stringify(outcome.steps ?? []),
    result === null ? null : JSON.stringify(result),
    outcome.error_message ?? null,
    Math.round(performance.now() - started),
  ]);
  return id;
}

/** Fixed text: to put it together anew takes as long as to send it. */
const insert = `insert into agent_audits (id, user_id, action_slug, source, effect, params, status, steps, result,
  error_message, duration_ms, executed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())`;

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

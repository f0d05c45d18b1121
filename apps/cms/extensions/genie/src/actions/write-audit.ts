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
  await database("agent_audits").insert({
    id,
    user_id: actor.accountability.user,
    action_slug: shownSlug(slug),
    source,
    effect,
    params: JSON.stringify(orNothing(() => keptParams(params, effect)) ?? {}),
    status: outcome.status,
    steps: JSON.stringify(outcome.steps ?? []),
    result: result === null ? null : JSON.stringify(result),
    error_message: outcome.error_message ?? null,
    duration_ms: Math.round(performance.now() - started),
    executed_at: database.raw("clock_timestamp()"),
  });
  return id;
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

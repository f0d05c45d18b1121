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

/** Writes down how a run ended, past nobody's rights: nobody has the one to write it. Answers its id. */
export async function writeAudit(
  { services, getSchema }: Context,
  { actor, slug, params, source, started, effect, ...outcome }: Audited & Outcome,
): Promise<string> {
  const audits = new services.ItemsService("agent_audits", {
    schema: await getSchema(),
    accountability: null,
  });
  return audits.createOne({
    user_id: actor.accountability.user,
    action_slug: shownSlug(slug),
    source,
    effect,
    params: orNothing(() => keptParams(params, effect)) ?? {},
    status: outcome.status,
    steps: outcome.steps ?? [],
    result: orNothing(() => keptResult(outcome.result ?? null, effect)),
    error_message: outcome.error_message ?? null,
    duration_ms: Math.round(performance.now() - started),
  });
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

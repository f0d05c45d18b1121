import type { RunQuery } from "@genie/directus-client";
import { actionEffects } from "@genie/schema";
import { z } from "zod";

/** The parts of the address that say which runs are shown. */
export const trailParts = ["flow", "outcome", "source", "effect", "within"] as const;

export type TrailPart = (typeof trailParts)[number];

export const outcomes = ["success", "error", "miss"] as const;
export const sources = ["chat", "mcp", "anythingllm", "api", "schedule"] as const;
/** Days back. */
export const spans = [1, 7, 30] as const;

const Query = z.object({
  slug: z.string().max(64).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  source: z.enum(sources).optional().catch(undefined),
  effect: z.enum(actionEffects).optional().catch(undefined),
  within: z.coerce.number().pipe(z.literal(spans)).optional().catch(undefined),
});

export type TrailQuery = Omit<RunQuery, "from"> & { within?: (typeof spans)[number] | undefined };

/** What the address asks for; what makes no sense is left out. */
export function trailQuery(get: (part: TrailPart) => string | null): TrailQuery {
  return Query.parse({
    slug: get("flow") ?? undefined,
    outcome: get("outcome") ?? undefined,
    source: get("source") ?? undefined,
    effect: get("effect") ?? undefined,
    within: get("within") ?? undefined,
  });
}

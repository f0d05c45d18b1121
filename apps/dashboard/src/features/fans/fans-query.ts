import type { FanQuery } from "@genie/directus-client";
import { z } from "zod";

/** The parts of the address that say which fans are shown. */
export const fansParts = ["q", "account", "status", "score", "sort"] as const;

export type FansPart = (typeof fansParts)[number];

export const fanStatuses = ["active", "expired", "unknown"] as const;
export const fanOrders = ["score", "spent", "recent", "name"] as const;
export const leastScores = [25, 50, 75] as const;

const Query = z.object({
  search: z.string().trim().max(200).catch(""),
  account: z.uuid().optional().catch(undefined),
  status: z.enum(fanStatuses).optional().catch(undefined),
  minScore: z.coerce.number().int().min(1).max(100).optional().catch(undefined),
  sort: z.enum(fanOrders).catch("score"),
});

/** What the address asks for; what makes no sense is left out. */
export function fansQuery(get: (part: FansPart) => string | null): FanQuery & { search: string } {
  return Query.parse({
    search: get("q") ?? "",
    account: get("account") ?? undefined,
    status: get("status") ?? undefined,
    minScore: get("score") ?? undefined,
    sort: get("sort") ?? "score",
  });
}

/** How many of the choices narrow what is shown. */
export function filterCount({ account, status, minScore }: FanQuery): number {
  return [account, status, minScore].filter((choice) => choice !== undefined).length;
}

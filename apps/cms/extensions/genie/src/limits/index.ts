import { CountRequest, type CountAnswer } from "@genie/schema";
import { createRateLimit, type RateLimit } from "@genie/rate-limit";
import { answering, readBody } from "../answering.ts";
import type { Endpoint } from "../directus.ts";
import { sharedCounts } from "../gate-counts.ts";
import { requireOperator } from "../operator-only.ts";

/**
 * `POST /limits/count`, the set-up service's: counts one request against an allowance of the dashboard's, in one place
 * however many dashboards there are. The shapes are in `packages/schema/src/limits.ts`.
 */
export const limits: Endpoint = {
  id: "limits",
  handler: (router, context) => {
    const known = new Map<string, RateLimit>();
    const limitFor = ({ name, points, seconds }: CountRequest): RateLimit => {
      const id = `${name}/${points}/${seconds}`;
      const limit =
        known.get(id) ?? createRateLimit({ name: id, points, seconds }, sharedCounts(context));
      known.set(id, limit);
      return limit;
    };
    router.post(
      "/count",
      answering(async (request): Promise<CountAnswer> => {
        requireOperator(request);
        const counted = readBody(CountRequest, request.body);
        const refused = await limitFor(counted)(counted.key);
        return { retry_after_ms: refused?.retryAfterMs ?? null };
      }),
    );
  },
};

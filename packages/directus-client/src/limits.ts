import { customEndpoint } from "@directus/sdk";
import { CountAnswer, type CountRequest } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/**
 * Counts a request against an allowance, however many ask. Answers null, or how long to wait in milliseconds when that
 * is used up. For the set-up service alone.
 */
export async function countRequest(
  client: DirectusClient,
  request: CountRequest,
): Promise<number | null> {
  const body = JSON.stringify(request);
  const answer = await client.send(customEndpoint({ method: "POST", path: "/limits/count", body }));
  return CountAnswer.parse(answer).retry_after_ms;
}

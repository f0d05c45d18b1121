import type { Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** Directus keeps its static tokens in clear; a stolen database would be a log-in. Ours are hashed. */
export function refuseStaticToken(payload: Payload): Payload {
  if (payload["token"] === undefined || payload["token"] === null) return payload;
  throw refusal(
    "INVALID_PAYLOAD",
    "Static tokens are off, because they would be stored in clear. Create an API token in the settings of the dashboard.",
  );
}

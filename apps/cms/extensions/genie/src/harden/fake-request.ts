import type { GateRequest } from "../directus.ts";

/** For the tests: a request with no more than what the rules look at. */
export function fakeRequest(parts: object): GateRequest {
  return {
    method: "GET",
    path: "/",
    headers: {},
    cookies: {},
    query: {},
    body: undefined,
    ...parts,
  } as unknown as GateRequest;
}

import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import type { Env } from "../env.ts";

export type Api = <T>(method: string, path: string, body?: unknown) => Promise<T>;

const triesUnderLoad = 20;
const pauseMs = 500;

/** Calls Directus as the set-up service. Answers are `data`; a refusal throws with its reasons. */
export function adminApi(env: Pick<Env, "DIRECTUS_ADMIN_TOKEN" | "DIRECTUS_URL">): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await sendUntilTaken(env, method, path, body);
    const text = await response.text();
    const json = text === "" ? null : JSON.parse(text);
    if (!response.ok) {
      const reasons = json?.errors?.map(({ message }: { message: string }) => message).join("; ");
      throw new AppError(
        "internal",
        `Directus refused ${method} ${path.split("?")[0]} (${response.status}): ${reasons ?? "no reason given"}`,
      );
    }
    return (json?.data ?? json) as T;
  };
}

/** While the machine is busy, as right after a start, Directus turns requests away before it reads them. */
async function sendUntilTaken(
  { DIRECTUS_URL, DIRECTUS_ADMIN_TOKEN }: Pick<Env, "DIRECTUS_ADMIN_TOKEN" | "DIRECTUS_URL">,
  method: string,
  path: string,
  body: unknown,
): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(`${DIRECTUS_URL}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${DIRECTUS_ADMIN_TOKEN}`,
        // A form brings its own type, with the boundary of its parts.
        ...(body instanceof FormData ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new AppError(
        "upstream_unavailable",
        `Directus at ${DIRECTUS_URL} does not answer. Start it with npm start, then try again.`,
        { cause },
      );
    });
    if (response.status !== 503 || tries === triesUnderLoad) return response;
    await wait(pauseMs);
  }
}

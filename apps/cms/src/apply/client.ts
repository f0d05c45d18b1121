import { AppError } from "@genie/errors";
import type { Env } from "../env.ts";

export type Api = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** Calls Directus as the set-up service. Answers are `data`; a refusal throws with its reasons. */
export function adminApi({
  DIRECTUS_URL,
  DIRECTUS_ADMIN_TOKEN,
}: Pick<Env, "DIRECTUS_ADMIN_TOKEN" | "DIRECTUS_URL">): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${DIRECTUS_URL}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${DIRECTUS_ADMIN_TOKEN}`,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new AppError(
        "upstream_unavailable",
        `Directus at ${DIRECTUS_URL} does not answer. Start it with npm start, then try again.`,
        { cause },
      );
    });
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

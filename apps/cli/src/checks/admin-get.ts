import { AppError } from "@genie/errors";
import type { Installation } from "@genie/stack";
import type { z } from "zod";

/** Reads `path` from Directus as the set-up service and parses its data. */
export async function adminGet<T extends z.ZodType>(
  installation: Installation,
  path: string,
  type: T,
): Promise<z.output<T>> {
  const { directus, adminToken } = installation.running();
  const response = await fetch(`${directus}${path}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  if (!response.ok) {
    throw new AppError(
      "upstream_unavailable",
      `Directus answered ${response.status} to the set-up service. If the keys were changed, restart it: npm run stop, npm start.`,
    );
  }
  const { data } = (await response.json()) as { data: unknown };
  return type.parse(data);
}

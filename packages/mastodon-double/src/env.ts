import { optional, parseEnv } from "@genie/env";
import { z } from "zod";

const Env = z.object({
  MASTODON_DOUBLE_PORT: z.coerce.number().int().min(0).max(65_535),
  MASTODON_DOUBLE_ADMIN_TOKEN: z.string().min(32, "must have at least 32 characters"),
  MASTODON_DOUBLE_URL: optional(z.url()),
});

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): z.infer<typeof Env> {
  return parseEnv(Env, variables, "The double of Mastodon");
}

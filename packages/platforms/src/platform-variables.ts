import { optional } from "@genie/env";
import { z } from "zod";
import type { PlatformSettings } from "./list-platforms.ts";

const origin = optional(
  z
    .url({ protocol: /^https?$/, error: "must be a web address" })
    .transform((url) => new URL(url).origin),
);

/** The environment variables that say which platforms there are, for the programs that list them to spread. */
export const platformVariables = {
  SANDBOX_URL: origin,
  // Directus makes a boolean of it.
  SANDBOX_APIS: z
    .union([z.boolean(), z.stringbool()], { error: 'must be "true" or "false"' })
    .default(false),
  BLUESKY_URL: origin,
  MASTODON_TEST_URL: origin,
};

type Variables = z.output<z.ZodObject<typeof platformVariables>>;

/** The settings that these variables make. */
export function platformSettings(variables: Variables): PlatformSettings {
  return {
    sandboxUrl: variables.SANDBOX_URL,
    sandboxApis: variables.SANDBOX_APIS,
    blueskyUrl: variables.BLUESKY_URL,
    mastodonTestUrl: variables.MASTODON_TEST_URL,
  };
}

/** Servers that the operator named: a platform may be reached there, wherever they are. */
export function namedOrigins(settings: PlatformSettings): string[] {
  const { sandboxUrl, blueskyUrl, mastodonTestUrl } = settings;
  return [sandboxUrl, blueskyUrl, mastodonTestUrl].filter((url) => url !== undefined);
}

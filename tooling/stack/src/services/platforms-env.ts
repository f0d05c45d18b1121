import type { StackContext } from "../stack-context.ts";

/** Which platforms there are, as each program that lists them is told. */
export function platformsEnv({
  addresses,
  settings,
}: Pick<StackContext, "addresses" | "settings">): Record<string, string> {
  const { SANDBOX_APIS, BLUESKY_URL, MASTODON_TEST_URL } = settings;
  return {
    SANDBOX_APIS,
    ...(addresses.sandbox !== null && { SANDBOX_URL: addresses.sandbox }),
    ...(BLUESKY_URL !== undefined && { BLUESKY_URL }),
    ...(MASTODON_TEST_URL !== undefined && { MASTODON_TEST_URL }),
  };
}

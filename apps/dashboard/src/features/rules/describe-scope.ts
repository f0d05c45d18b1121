import type { Profile, RuleScope } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import type { Messages } from "#messages/messages.ts";

type Known = { profiles: readonly Profile[]; platforms: readonly Pick<Platform, "id" | "name">[] };

/** Where a pack holds, in words. */
export function describeScope(
  scope: RuleScope,
  { profiles, platforms }: Known,
  { rules: { scopes } }: Pick<Messages, "rules">,
): string {
  const nameOf = (id: string) => platforms.find((platform) => platform.id === id)?.name ?? id;
  if (scope.kind === "all") return scopes.all;
  if (scope.kind === "platform") return scopes.platform(nameOf(scope.platform));
  const profile = profiles.find(({ id }) => id === scope.profileId);
  return profile ? scopes.account(nameOf(profile.platform), profile.username) : scopes.someAccount;
}

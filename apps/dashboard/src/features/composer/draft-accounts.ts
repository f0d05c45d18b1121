import type { Profile } from "@genie/directus-client";
import { limitsOf, type Platform, type PlatformLimits } from "@genie/platforms";
import type { ComposerDraft } from "./composer-draft.ts";

/** An account that a draft goes to, with what decides whether the post is taken. */
export type DraftAccount = {
  id: string;
  /** What it is called among the chosen ones: its platform, and its name where that is not enough. */
  label: string;
  profile: Profile;
  /** Missing when this installation can't reach it. */
  platform: Platform | undefined;
  /** Those of the account, where servers of the platform differ. */
  limits: PlatformLimits | undefined;
};

type Known = { profiles: readonly Profile[]; platforms: readonly Platform[] };

/** The chosen accounts, in the order in which they were chosen; those that are gone are left out. */
export function draftAccounts(
  { profileIds }: Pick<ComposerDraft, "profileIds">,
  { profiles, platforms }: Known,
): DraftAccount[] {
  const chosen = profileIds.flatMap((id) => profiles.find((profile) => profile.id === id) ?? []);
  return chosen.map((profile) => {
    const platform = platforms.find(({ id }) => id === profile.platform);
    const name = platform?.name ?? profile.platform;
    const isAlone = chosen.filter((one) => one.platform === profile.platform).length === 1;
    return {
      id: profile.id,
      label: isAlone ? name : `${name} @${profile.username}`,
      profile,
      platform,
      limits: platform && limitsOf(platform, profile.platformLimits),
    };
  });
}

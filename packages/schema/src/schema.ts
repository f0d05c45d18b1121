import { accountDeletions } from "./collections/account-deletions.ts";
import { actionFlows } from "./collections/action-flows.ts";
import { agentAudits } from "./collections/agent-audits.ts";
import { apiTokens } from "./collections/api-tokens.ts";
import { confirmations } from "./collections/confirmations.ts";
import { conversations } from "./collections/conversations.ts";
import { creatorProfiles } from "./collections/creator-profiles.ts";
import { dataTransfers } from "./collections/data-transfers.ts";
import { directusFiles } from "./collections/directus-files.ts";
import { directusFlows } from "./collections/directus-flows.ts";
import { directusNotifications } from "./collections/directus-notifications.ts";
import { directusUsers } from "./collections/directus-users.ts";
import { extensionPairings } from "./collections/extension-pairings.ts";
import { fanProfiles } from "./collections/fan-profiles.ts";
import { fanSnapshots } from "./collections/fan-snapshots.ts";
import { hitlSessions } from "./collections/hitl-sessions.ts";
import { mediaJobs } from "./collections/media-jobs.ts";
import { mediaPresets } from "./collections/media-presets.ts";
import { mediaSnapshots } from "./collections/media-snapshots.ts";
import { platformChecks } from "./collections/platform-checks.ts";
import { platformSessions } from "./collections/platform-sessions.ts";
import { profileSnapshots } from "./collections/profile-snapshots.ts";
import { publishAttempts } from "./collections/publish-attempts.ts";
import { publishPauses } from "./collections/publish-pauses.ts";
import { publishStops } from "./collections/publish-stops.ts";
import { recoveryCodes } from "./collections/recovery-codes.ts";
import { rulePacks } from "./collections/rule-packs.ts";
import { savedViews } from "./collections/saved-views.ts";
import { scheduledPosts } from "./collections/scheduled-posts.ts";
import { scheduledPostsMedia } from "./collections/scheduled-posts-media.ts";
import { scrapedMedia } from "./collections/scraped-media.ts";
import { scrapedMediaFiles } from "./collections/scraped-media-files.ts";
import { sealingKeys } from "./collections/sealing-keys.ts";
import { tagOverrides } from "./collections/tag-overrides.ts";
import { taxonomyDimensions } from "./collections/taxonomy-dimensions.ts";
import { taxonomyMapping } from "./collections/taxonomy-mapping.ts";
import { userPersonas } from "./collections/user-personas.ts";
import type { Collection, Item } from "./dsl/collection.ts";
import type { SystemCollection } from "./dsl/system-collection.ts";

/** Every collection of ours by name: the single source of the data model. */
export const collections = {
  creator_profiles: creatorProfiles,
  platform_sessions: platformSessions,
  hitl_sessions: hitlSessions,
  user_personas: userPersonas,
  api_tokens: apiTokens,
  extension_pairings: extensionPairings,
  recovery_codes: recoveryCodes,
  data_transfers: dataTransfers,
  account_deletions: accountDeletions,
  scraped_media: scrapedMedia,
  scraped_media_files: scrapedMediaFiles,
  media_snapshots: mediaSnapshots,
  profile_snapshots: profileSnapshots,
  fan_profiles: fanProfiles,
  fan_snapshots: fanSnapshots,
  media_presets: mediaPresets,
  saved_views: savedViews,
  scheduled_posts: scheduledPosts,
  scheduled_posts_media: scheduledPostsMedia,
  publish_attempts: publishAttempts,
  publish_pauses: publishPauses,
  publish_stops: publishStops,
  rule_packs: rulePacks,
  media_jobs: mediaJobs,
  platform_checks: platformChecks,
  taxonomy_dimensions: taxonomyDimensions,
  taxonomy_mapping: taxonomyMapping,
  tag_overrides: tagOverrides,
  action_flows: actionFlows,
  agent_audits: agentAudits,
  confirmations,
  conversations,
  sealing_keys: sealingKeys,
} as const satisfies Record<string, Collection>;

/** Collections of Directus that we extend. */
export const systemCollections = {
  directus_files: directusFiles,
  directus_flows: directusFlows,
  directus_notifications: directusNotifications,
  directus_users: directusUsers,
} as const satisfies Record<string, SystemCollection>;

export type CollectionName = keyof typeof collections;

/** The schema type of `createDirectus` in @directus/sdk. */
export type DirectusSchema = {
  [Name in CollectionName]: Item<(typeof collections)[Name]>[];
};

/** A collection by a name that is only known at run time; undefined when it is not ours. */
export function findCollection(name: string): Collection | undefined {
  return Object.hasOwn(collections, name) ? collections[name as CollectionName] : undefined;
}

/** All collections of ours, untyped fields, for code that works on any of them. */
export const everyCollection: readonly Collection[] = Object.values(collections);

/** All system collections that we extend. */
export const everySystemCollection: readonly SystemCollection[] = Object.values(systemCollections);

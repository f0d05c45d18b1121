export {
  type Action,
  type Permission,
  permissions,
  policies,
  policiesOfRole,
  type PolicyName,
  type RoleName,
  roles,
  serviceUsers,
} from "./access.ts";
export type { ActionFlow } from "./collections/action-flows.ts";
export { type ApiToken, type ApiTokenScope, apiTokenScopes } from "./collections/api-tokens.ts";
export type { CreatorProfile } from "./collections/creator-profiles.ts";
export type { MediaJob } from "./collections/media-jobs.ts";
export type { ScheduledPost } from "./collections/scheduled-posts.ts";
export type { ScrapedMedia } from "./collections/scraped-media.ts";
export type { UserPersona } from "./collections/user-personas.ts";
export { type Collection, type Item, itemSchema } from "./dsl/collection.ts";
export type { Field, ListThrough, Reference } from "./dsl/field.ts";
export type { SystemCollection } from "./dsl/system-collection.ts";
export { type OwnedCollection, ownership, sealedFields } from "./ownership.ts";
export {
  lockedPostStates,
  type PostState,
  postStates,
  postTransitions,
  type PostWriter,
  statesOfTheGate,
} from "./post-states.ts";
export {
  type CollectionName,
  collections,
  type DirectusSchema,
  everyCollection,
  everySystemCollection,
  findCollection,
} from "./schema.ts";
export { actionFlowSeed, dimensions } from "./seed.ts";

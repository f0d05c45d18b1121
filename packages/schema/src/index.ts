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
export {
  ActionAnswer,
  type ActionEffect,
  actionEffects,
  type ActionEvent,
  ActionFailure,
  ActionPreview,
  ActionRequest,
  type ActionSource,
  actionSources,
  ActionStep,
  confirmationLifeMs,
  ConfirmationRequest,
} from "./actions.ts";
export {
  MadeRecoveryCodes,
  NewRecoveryCodes,
  RecoveredTwoFactorOff,
  Recovery,
  recoveryCodeCount,
  RecoveryCodesLeft,
} from "./recovery-codes.ts";
export type { RecoveryCode } from "./collections/recovery-codes.ts";
export { EndSession, OwnSession, OwnSessions } from "./own-sessions.ts";
export type { ActionFlow } from "./collections/action-flows.ts";
export {
  type ApiToken,
  type ApiTokenScope,
  type ProgramScope,
  programScopes,
} from "./collections/api-tokens.ts";
export type { CreatorProfile } from "./collections/creator-profiles.ts";
export type { MediaJob } from "./collections/media-jobs.ts";
export type { ScheduledPost } from "./collections/scheduled-posts.ts";
export type { ScrapedMedia } from "./collections/scraped-media.ts";
export type { UserPersona } from "./collections/user-personas.ts";
export type { AgentAudit } from "./collections/agent-audits.ts";
export type { Confirmation } from "./collections/confirmations.ts";
export type { Conversation } from "./collections/conversations.ts";
export type { ExtensionPairing } from "./collections/extension-pairings.ts";
export type { AccountDeletion } from "./collections/account-deletions.ts";
export type { DataTransfer } from "./collections/data-transfers.ts";
export type { FanProfile } from "./collections/fan-profiles.ts";
export type { FanSnapshot } from "./collections/fan-snapshots.ts";
export type { HitlSession } from "./collections/hitl-sessions.ts";
export type { MediaPreset } from "./collections/media-presets.ts";
export type { MediaSnapshot } from "./collections/media-snapshots.ts";
export type { PlatformCheck } from "./collections/platform-checks.ts";
export type { PlatformSession } from "./collections/platform-sessions.ts";
export type { ProfileSnapshot } from "./collections/profile-snapshots.ts";
export type { PublishAttempt } from "./collections/publish-attempts.ts";
export type { PublishPause } from "./collections/publish-pauses.ts";
export type { PublishStop } from "./collections/publish-stops.ts";
export type { RulePack } from "./collections/rule-packs.ts";
export type { SavedView } from "./collections/saved-views.ts";
export type { ScheduledPostMedia } from "./collections/scheduled-posts-media.ts";
export type { ScrapedMediaFile } from "./collections/scraped-media-files.ts";
export type { SealingKey } from "./collections/sealing-keys.ts";
export type { TagOverride } from "./collections/tag-overrides.ts";
export type { TaxonomyDimension } from "./collections/taxonomy-dimensions.ts";
export type { TaxonomyMapping } from "./collections/taxonomy-mapping.ts";
export {
  Classification,
  ClassifiedTag,
  ConceptValue,
  Corrections,
  TagEvidence,
} from "./classification.ts";
export {
  type BadValue,
  CanariesAnswer,
  KeyStatus,
  RotateAnswer,
  RotateRequest,
  type RotationMark,
} from "./keys.ts";
export { isKeptInFull, keptAddress, keptText, notKept } from "./kept-value.ts";
export { CountAnswer, CountRequest } from "./limits.ts";
export { mostRows } from "./most-rows.ts";
export { FailedJobsAnswer, FailedJobsRequest, QueuesAnswer } from "./queues.ts";
export {
  type ConceptBand,
  conceptBandOf,
  conceptBands,
  conceptChoices,
  type ConceptChoice,
  conceptKinds,
  type ConceptSlug,
  conceptSlugs,
  fewestPosts,
} from "./concepts.ts";
export { type ContentRating, contentRatings } from "./content-ratings.ts";
export { type Collection, type Group, type Item, itemSchema } from "./dsl/collection.ts";
export type { Field, ListThrough, Reference } from "./dsl/field.ts";
export type { SystemCollection } from "./dsl/system-collection.ts";
export { type FanFacts, type FanScore, type FanScoreReason, scoreFan } from "./fan-score.ts";
export { FlowStep } from "./flow-step.ts";
export { defineFlow, type Flow, type FlowOperation, type FlowTrigger } from "./flows/flow.ts";
export { flows, retiredFlows } from "./flows/flows.ts";
export { platformScrapeFlow } from "./flows/platform-scrape-flow.ts";
export {
  binDays,
  type EarningsBand,
  earningsBands,
  type LibraryFacet,
  libraryFacets,
  type LibraryOrder,
  libraryOrders,
  similarWithin,
} from "./library-choices.ts";
export {
  LibraryEntriesRequest,
  type LibraryEntriesAnswer,
  type LibraryFacetsAnswer,
  LibraryFacetsRequest,
  LibraryIdsRequest,
  type LibraryOuting,
  type LibraryOutingsAnswer,
  LibraryOutingsRequest,
  LibraryQuery,
  type LibrarySimilarAnswer,
  LibrarySimilarRequest,
  LibraryForgottenAnswer,
  LibraryForgottenRequest,
  LibraryTagRequest,
} from "./library.ts";
export { libraryRow } from "./library-row.ts";
export {
  conceptBits,
  libraryLexemeMax,
  libraryLexemes,
  libraryScope,
  libraryWords,
  usingPostStates,
} from "./library-index.ts";
export {
  CompressOptions,
  mediaOptions,
  type MediaTask,
  type MediaWork,
  pictureOf,
  StripMetadataOptions,
  type TeaserAspect,
  teaserAspects,
  TeaserOptions,
  WatermarkOptions,
  type WatermarkPosition,
  watermarkPositions,
} from "./media-options.ts";
export { CancelJobsAnswer, CancelJobsRequest } from "./cancel-jobs.ts";
export {
  everySealedField,
  type OwnedCollection,
  ownership,
  type SealedField,
  sealedFields,
} from "./ownership.ts";
export { PostRules } from "./post-rules.ts";
export {
  type MetadataKind,
  metadataKinds,
  type RenditionSize,
  renditionSizes,
} from "./renditions.ts";
export { PreparedReport, RemovedMetadata } from "./prepared-report.ts";
export {
  mostRuledWaiting,
  RuledPlan,
  RulesCheckAnswer,
  RulesCheckRequest,
  RulesWaitingAnswer,
  RulesWaitingRequest,
} from "./rules-check.ts";
export { CheckResult, checkSteps } from "./platform-check.ts";
export {
  isPreparedSql,
  lockedPostStates,
  type PostState,
  postStates,
  postTransitions,
  type PostWriter,
  statesOfTheGate,
} from "./post-states.ts";
export {
  Claim,
  ClaimAnswer,
  claimLeaseMs,
  ClaimRef,
  ClaimRequest,
  DoubtfulClaim,
  heldAfterMs,
  IntentAnswer,
  JobSweepAnswer,
  LiveCheck,
  LiveChecksAnswer,
  LiveChecksRequest,
  LiveReport,
  OutcomeAnswer,
  OutcomeReport,
  PostSweepAnswer,
  publisherSeen,
  publishIntents,
  restoredFrom,
  restoredMark,
  restoredReason,
  PublishOutcome,
  ReconcileAnswer,
  ReconcileRequest,
  RenewAnswer,
  SetBackAnswer,
  SetBackRequest,
  SettleAnswer,
  SettleRequest,
  RemovedReport,
} from "./publishing.ts";
export { mostBatchSteps, PublishBatch, PublishBatchAnswer, PublishStep } from "./publish-batch.ts";
export {
  askedForMs,
  CancelRequest,
  EnterAnswer,
  EnterRequest,
  FailRequest,
  OpenAnswer,
  OpenRequest,
  ParkAnswer,
  ParkRequest,
  RedeemAnswer,
  RedeemRequest,
} from "./people.ts";
export {
  type CollectionName,
  collections,
  type DirectusSchema,
  everyCollection,
  everySystemCollection,
  findCollection,
} from "./schema.ts";
export { actionFlowSeed, dimensions } from "./seed.ts";
export {
  ClassifyDueAnswer,
  ClassifyDueRequest,
  type ClassifyStatusAnswer,
  ClassifyStatusRequest,
  type CorrectAnswer,
  CorrectRequest,
  type GroupFigure,
  type InsightGroup,
  type PlatformInsights,
  ProposeAnswer,
  ProposeRequest,
  ReclassifyRequest,
  type TaxonomyInsightsAnswer,
  TaxonomyInsightsRequest,
} from "./taxonomy-requests.ts";
export { TextReplaceAnswer, TextReplaceRequest } from "./text-requests.ts";
export { callProgress, goesOnFrom, keepsToldMessages } from "./told-messages.ts";
export { type Expiry, predictExpiry, type SessionTimes } from "./predict-expiry.ts";
export {
  type ExportedCollection,
  exportedCollections,
  neverExported,
} from "./exported-collections.ts";
export {
  DeletionAnswer,
  DeletionProgressRequest,
  deletionPhrase,
  DeletionRequest,
  DeletionStatus,
  ExportAnswer,
  exportFormat,
  ExportManifest,
  ExportRequest,
  ExportResult,
  ImportAnswer,
  ImportResult,
  manifestPath,
  mostImportBytes,
  tooLargeToImport,
} from "./your-data.ts";
export { importReportText } from "./import-report-text.ts";
export { deletionReport } from "./deletion-report.ts";

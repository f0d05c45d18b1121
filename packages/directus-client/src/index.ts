export {
  type Account,
  type AccountStatus,
  changeAccount,
  listAccounts,
  turnOffTwoFactorOf,
} from "./accounts.ts";
export {
  acceptInvitation,
  askForEmail,
  askForNewPassword,
  confirmEmail,
  invitePerson,
  type LetterLink,
  type LetterOutcome,
  lookAtLink,
  registerCreator,
  resetPassword,
} from "./account-letters.ts";
export {
  createFlow,
  deleteFlow,
  type Flow,
  type FlowInFull,
  type FlowPlan,
  listFlows,
  listFlowsInFull,
  switchFlow,
  updateFlow,
} from "./action-flows.ts";
export {
  type ActionRun,
  type ActionRunInFull,
  listActionRuns,
  readActionRun,
  type RunCursor,
  type RunPage,
  type RunQuery,
} from "./action-runs.ts";
export type { ActionOutcome } from "./action-stream.ts";
export { answerConfirmation, runAction, type RunWatch } from "./run-action.ts";
export { type Confirmation, listWaitingConfirmations, readConfirmation } from "./confirmations.ts";
export { type ApiToken, createApiToken, listApiTokens, revokeApiToken } from "./api-tokens.ts";
export {
  type Conversation,
  type ConversationTitle,
  createConversation,
  deleteConversation,
  listConversations,
  readConversation,
  updateConversation,
} from "./conversations.ts";
export {
  createDirectusClient,
  type DirectusClient,
  type DirectusClientOptions,
} from "./create-directus-client.ts";
export { readQueues, removeFailedJobs, retryFailedJobs } from "./queues.ts";
export { readCanaries, readKeyStatus, rotateSome } from "./keys.ts";
export { countRequest } from "./limits.ts";
export {
  countFans,
  type Fan,
  type FanCursor,
  type FanOrder,
  type FanPage,
  type FanQuery,
  type FanSnapshot,
  listFans,
  listFanSnapshots,
  readFan,
} from "./fans.ts";
export { saveFanNotes, saveMediaText, type TextChange } from "./replace-text.ts";
export {
  createUploadedMedia,
  deleteStoredFile,
  listDerivedMedia,
  listMediaFiles,
  readMedia,
} from "./media.ts";
export {
  countLibrary,
  deleteFromLibrary,
  type LibraryPage,
  listLibrary,
  listMediaOutings,
  listSimilarMedia,
  type MediaOuting,
  readLibraryFacets,
  restoreToLibrary,
  type SimilarMedia,
  tagInLibrary,
} from "./library.ts";
export { type Media, type MediaFile, renditionPath } from "./media-rows.ts";
export { listMediaSnapshots, type MediaSnapshot } from "./media-snapshots.ts";
export {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  renameSavedView,
  type SavedView,
} from "./saved-views.ts";
export {
  cancelBatch,
  type JobBatch,
  listFailedInBatch,
  listJobBatches,
  retryFailedInBatch,
} from "./job-batches.ts";
export {
  cancelJobs,
  createDeleteJob,
  createMediaJobs,
  createScrapeJob,
  createSuggestJob,
  createCompressJob,
  findDeleteJob,
  type Job,
  type JobQuery,
  listJobs,
  repeatJob,
} from "./media-jobs.ts";
export {
  createMediaPreset,
  deleteMediaPreset,
  listMediaPresets,
  type MediaPreset,
  type MediaPresetPlan,
  overwriteMediaPreset,
  renameMediaPreset,
  setDefaultPreset,
} from "./media-presets.ts";
export {
  createPairingCode,
  listPairedBrowsers,
  type PairedBrowser,
  type PairingCode,
  revokePairing,
} from "./pairings.ts";
export { createPersona, type Persona, readOwnPersona, updatePersona } from "./personas.ts";
export { listLogInRequests, type LogInRequest } from "./log-in-requests.ts";
export {
  countRecoveryCodes,
  makeRecoveryCodes,
  signInWithRecoveryCode,
  turnOffTwoFactorByRecovery,
} from "./recovery-codes.ts";
export { type Device, listDevices, signOutDevice, signOutOtherDevices } from "./own-sessions.ts";
export { cancelLogIn, enterLogIn, openLogIn } from "./people.ts";
export { listSessions, type PlatformSession } from "./platform-sessions.ts";
export {
  type CourseStep,
  listProfileSnapshots,
  type ProfileSnapshot,
  readProfileCourse,
} from "./profile-snapshots.ts";
export {
  createProfile,
  deleteProfile,
  listProfiles,
  type Profile,
  type ProfileContents,
  readProfileContents,
  updateProfile,
} from "./profiles.ts";
export {
  refreshSession,
  requestAccessToken,
  signIn,
  type SignInResult,
  signOut,
} from "./session.ts";
export {
  startTwoFactor,
  turnOffTwoFactor,
  turnOnTwoFactor,
  type TwoFactorSecret,
} from "./two-factor.ts";
export { createActiveUser, readUserName } from "./users.ts";
export { changePassword, readViewer, type Viewer } from "./viewer.ts";
export {
  countPosts,
  type DuePost,
  listDuePosts,
  listPosts,
  movePost,
  type Post,
  type PostQuery,
  readPost,
  readPostGroup,
  readPostsOfKey,
  setPostStatus,
  settlePost,
} from "./scheduled-posts.ts";
export { newId } from "./new-id.ts";
export { createPost, createPosts, type PostPlan, updatePosts } from "./post-plans.ts";
export { refusedAccount } from "./translate-error.ts";
export { publishSteps, type PublishSteps } from "./publish-steps.ts";
export {
  countLookedUp,
  endPause,
  endStops,
  listPauses,
  listPlanned,
  listStops,
  type Pause,
  type PauseScope,
  startPause,
  startStop,
  type Stop,
} from "./pauses.ts";
export {
  checkAgainstRules,
  createRulePacks,
  deleteRulePack,
  listRulePacks,
  listWaitingAgainst,
  type RulePack,
  type RulePackPlan,
  type RuleScope,
  switchRulePack,
  updateRulePack,
} from "./rule-packs.ts";
export { readSentAt } from "./publish-attempts.ts";
export {
  announceIntent,
  claimPost,
  listPublishedPostIds,
  noteSetBack,
  readWhereabouts,
  renewClaim,
  reportLive,
  reportRemoved,
  reportOutcome,
  sweepJobs,
  sweepPosts,
  takeLiveChecks,
  takeUnconfirmed,
} from "./publishing.ts";
export {
  completeJob,
  ensureScrapeJob,
  failJob,
  markJobActive,
  readWorkerJob,
  reportJobProgress,
  requeueJob,
  type WorkerJob,
} from "./worker-jobs.ts";
export {
  addFans,
  addFanSnapshots,
  type FanFigures,
  findFans,
  type KnownFan,
  listActiveFans,
  type NewFan,
  type NewFanSnapshot,
  updateFans,
} from "./worker-fans.ts";
export {
  deleteUnusedFiles,
  findUnusedFiles,
  type NewFile,
  openFile,
  uploadFile,
} from "./worker-files.ts";
export {
  keepRendition,
  readUnprepared,
  replaceFile,
  reportPrepared,
  type UnpreparedFile,
} from "./worker-renditions.ts";
export {
  addAllMedia,
  addMedia,
  attachFiles,
  findMadeBy,
  findOldestLacking,
  findForgottenPosts,
  findScrapedPosts,
  type KnownPost,
  type MediaFigures,
  type NewMedia,
  readSourceMedia,
  type SourceMedia,
  updateFigures,
} from "./worker-library.ts";
export {
  type AskedLogIn,
  askPerson,
  failAsked,
  findAsked,
  parkJob,
  type Question,
  readAsked,
  setWaitingBrowser,
} from "./worker-people.ts";
export { wipeSession } from "./wipe-session.ts";
export {
  createVerifyJob,
  listConnectedAccounts,
  listPassedChecks,
  type PassedCheck,
  readVerifyJob,
  recordPassedCheck,
} from "./platform-checks.ts";
export {
  addProfileSnapshot,
  findReachable,
  markSession,
  type NewSession,
  type NewSnapshot,
  type ProfileChange,
  readActiveSession,
  readScrapePlan,
  readWorkerProfile,
  saveSession,
  type ScrapePlan,
  type StoredSession,
  updateProfileState,
  type WorkerProfile,
} from "./worker-profiles.ts";
export {
  type ClassifyScope,
  correctClassification,
  type EntryClassification,
  readClassification,
  readClassifyStatus,
  readTaxonomyInsights,
  reclassifyLibrary,
} from "./taxonomy.ts";
export {
  deleteOwnTag,
  type KnownTag,
  listOwnTags,
  type OwnTagPlan,
  type OwnTagRow,
  saveOwnTag,
  searchTags,
} from "./own-tags.ts";
export { classifyDue, type EntryWords, proposeTags, readEntryWords } from "./worker-taxonomy.ts";
export {
  deleteAccountOf,
  deleteOwnAccount,
  exportPath,
  listTransfers,
  openExport,
  readDeletion,
  readImportOf,
  startExport,
  startExportOf,
  startImport,
  startImportOf,
  stopTransfer,
  type Transfer,
} from "./your-data.ts";

export type {
  Adapter,
  AdapterContext,
  FoundPost,
  LogInResult,
  LookUp,
  OutgoingPost,
  PlatformFan,
  PlatformPost,
  PostMedia,
  PreparedPost,
  ProfileFigures,
  SendResult,
} from "./adapter.ts";
export { AccountLimits, limitsOf } from "./account-limits.ts";
export { captionLength } from "./caption-length.ts";
export { farMentionsIn, hashtagsIn, linksIn } from "./caption-parts.ts";
export { type CheckedFile, checkFile, mediaKindOf } from "./check-file.ts";
export { checkOptions } from "./check-options.ts";
export {
  type CheckedPost,
  checkPost,
  findProblems,
  type PostProblems,
  type Taker,
} from "./check-post.ts";
export { describeLimits } from "./describe-limits.ts";
export { checkRules, type NamedRules, type RuledPost } from "./check-rules.ts";
export { namedOrigins, platformSettings, platformVariables } from "./platform-variables.ts";
export { entryKind, postFigures, profileData, snapshotFigures } from "./library-fields.ts";
export type {
  CaptionLimit,
  ConnectWay,
  CredentialField,
  Credentials,
  Guarantee,
  MediaKind,
  MediaLimit,
  Platform,
  PlatformLimits,
  PostOption,
  Slots,
} from "./platform.ts";
export { capturedStorage, cookiesOf, hasSession, sessionExpiresAt } from "./session-cookies.ts";
export { listPlatforms, type PlatformSettings } from "./list-platforms.ts";

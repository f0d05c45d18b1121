export {
  type Adapter,
  type AdapterContext,
  canLookUp,
  canSeePosts,
  type FoundPost,
  type LogInResult,
  type LookUp,
  type OutgoingPost,
  type PlatformFan,
  type PlatformPost,
  type PostMedia,
  type PreparedPost,
  type ProfileFigures,
  type SendResult,
} from "./adapter.ts";
export {
  captionLength,
  type CheckedFile,
  type CheckedPost,
  checkPost,
  mediaKindOf,
} from "./check-post.ts";
export { createAdapters, requireAdapter } from "./create-adapters.ts";
export { entryKind, postFigures, profileData, snapshotFigures } from "./library-fields.ts";
export type {
  ConnectWay,
  CredentialField,
  Credentials,
  Guarantee,
  MediaKind,
  MediaLimit,
  Platform,
  PlatformLimits,
  Slots,
} from "./platform.ts";
export { capturedStorage, cookiesOf, hasSession, sessionExpiresAt } from "./session-cookies.ts";
export { listPlatforms, type PlatformSettings } from "./list-platforms.ts";

export { ask, type Asking, type Said } from "./ask.ts";
export { type CollectedSpan, collectSpans } from "./collect-spans.ts";
export {
  type BlueskyAccount,
  type BlueskyRecord,
  createBlueskyAccount,
} from "./bluesky-account.ts";
export { type Answer, call, type CallOptions, type Problem } from "./call.ts";
export { createUser, signIn, someAddress, type TestUser } from "./create-user.ts";
export { asPublisher, endClaim } from "./end-claim.ts";
export { findFreePort } from "./find-free-port.ts";
export { createFlowScene, type FlowScene } from "./flow-scene.ts";
export { holdProcess, holdWorker } from "./hold-worker.ts";
export { type Letter, lettersTo, linkIn } from "./letters.ts";
export { openDatabase, type TestDatabase } from "./open-database.ts";
export { originHeaders, type RequestOrigin, requestOrigins } from "./request-origins.ts";
export {
  composedPosts,
  createSandboxAccount,
  type SandboxAccount,
  sandboxAdmin,
} from "./sandbox.ts";
export { type StackUnderTest, stackUnderTest } from "./stack-under-test.ts";
export { tracesOf } from "./traces-of.ts";
export { isWhole, partOf } from "./whole.ts";
export {
  blueskyServer,
  mastodonServer,
  type OtherAccount,
  type OtherPost,
  type OtherServer,
} from "./other-platforms.ts";

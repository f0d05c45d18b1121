import { account } from "./account/index.ts";
import { accountLetters } from "./account-letters/index.ts";
import { actions } from "./actions/index.ts";
import { authenticate } from "./authenticate/index.ts";
import { endSessions } from "./end-sessions/index.ts";
import { explainErrors } from "./explain-errors/index.ts";
import { endRecoveryCodes } from "./forget-recovery-codes/index.ts";
import { harden } from "./harden/index.ts";
import { inviteUsers } from "./invite-users/index.ts";
import { jobIntake } from "./job-intake/index.ts";
import { jobOutputs } from "./job-outputs/index.ts";
import { jobs } from "./jobs/index.ts";
import { keepPlannedMedia } from "./keep-planned-media/index.ts";
import { keys } from "./keys/index.ts";
import { library } from "./library/index.ts";
import { limits } from "./limits/index.ts";
import { mail } from "./mail/index.ts";
import { endpointNamingRequests, hookNamingRequests } from "./naming-requests.ts";
import { observe } from "./observe/index.ts";
import { onlyChanges } from "./only-changes/index.ts";
import { checkSecret } from "./operations/check-secret/index.ts";
import { stagehandCookieLogin } from "./operations/stagehand-cookie-login/index.ts";
import { stagehandExtract } from "./operations/stagehand-extract/index.ts";
import { stagehandClose } from "./operations/stagehand-close/index.ts";
import { sumUpDay } from "./operations/sum-up-day/index.ts";
import { writeToOwner } from "./operations/write-to-owner/index.ts";
import { ownConversations } from "./own-conversations/index.ts";
import { ownRows } from "./own-rows/index.ts";
import { pairings } from "./pairings/index.ts";
import { people } from "./people/index.ts";
import { prepareFiles } from "./prepare-files/index.ts";
import { publishing } from "./publishing/index.ts";
import { queues } from "./queues/index.ts";
import { rbacSync } from "./rbac-sync/index.ts";
import { renditions } from "./renditions/index.ts";
import { resumableUploads } from "./resumable-uploads/index.ts";
import { resumePublishing } from "./resume-publishing/index.ts";
import { resumeWork } from "./resume-work/index.ts";
import { rules } from "./rules/index.ts";
import { scheduleScrapes } from "./schedule-scrapes/index.ts";
import { sealSecrets } from "./seal-secrets/index.ts";
import { signIn } from "./sign-in/index.ts";
import { strongPasswords } from "./strong-passwords/index.ts";
import { taxonomy } from "./taxonomy/index.ts";
import { texts } from "./texts/index.ts";
import { tokens } from "./tokens/index.ts";
import { uploads } from "./uploads/index.ts";
import { validateFlows } from "./validate-flows/index.ts";
import { validateOwnTags } from "./validate-own-tags/index.ts";
import { validatePost } from "./validate-post/index.ts";
import { validatePresets } from "./validate-presets/index.ts";
import { validateProfile } from "./validate-profile/index.ts";
import { validateRules } from "./validate-rules/index.ts";
import { wakeClassification } from "./wake-classification/index.ts";
import { wakePosts } from "./wake-post/index.ts";
import { wipeRevoked } from "./wipe-revoked/index.ts";
import { yourData } from "./your-data/index.ts";

// The order is the order in which filters run: a row has its owner before anything is said about
// what it refers to, secrets are checked before they are sealed, and nothing is sealed after a wipe.
export const hooks = [
  { name: "observe", config: observe },
  { name: "authenticate", config: authenticate },
  { name: "harden", config: harden },
  { name: "sign-in", config: signIn },
  { name: "strong-passwords", config: strongPasswords },
  { name: "own-rows", config: ownRows },
  { name: "own-conversations", config: ownConversations },
  { name: "validate-profile", config: validateProfile },
  { name: "validate-post", config: validatePost },
  { name: "validate-presets", config: validatePresets },
  { name: "validate-rules", config: validateRules },
  { name: "validate-own-tags", config: validateOwnTags },
  { name: "validate-flows", config: validateFlows },
  { name: "job-intake", config: jobIntake },
  { name: "job-outputs", config: jobOutputs },
  { name: "keep-planned-media", config: keepPlannedMedia },
  { name: "only-changes", config: onlyChanges },
  { name: "seal-secrets", config: sealSecrets },
  { name: "end-sessions", config: endSessions },
  { name: "forget-recovery-codes", config: endRecoveryCodes },
  { name: "wipe-revoked", config: wipeRevoked },
  { name: "explain-errors", config: explainErrors },
  { name: "prepare-files", config: prepareFiles },
  { name: "wake-classification", config: wakeClassification },
  { name: "rbac-sync", config: rbacSync },
  { name: "wake-post", config: wakePosts },
  { name: "resume-publishing", config: resumePublishing },
  { name: "resume-work", config: resumeWork },
  { name: "schedule-scrapes", config: scheduleScrapes },
  { name: "mail", config: mail },
  { name: "account-letters", config: accountLetters },
  { name: "invite-users", config: inviteUsers },
  { name: "resumable-uploads", config: resumableUploads },
].map(({ name, config }) => ({ name, config: hookNamingRequests(config) }));

export const endpoints = [
  { name: "account", config: account },
  { name: "actions", config: actions },
  { name: "jobs", config: jobs },
  { name: "keys", config: keys },
  { name: "library", config: library },
  { name: "limits", config: limits },
  { name: "pairings", config: pairings },
  { name: "people", config: people },
  { name: "publishing", config: publishing },
  { name: "queues", config: queues },
  { name: "renditions", config: renditions },
  { name: "rules", config: rules },
  { name: "taxonomy", config: taxonomy },
  { name: "texts", config: texts },
  { name: "tokens", config: tokens },
  { name: "uploads", config: uploads },
  { name: "your-data", config: yourData },
].map(({ name, config }) => ({ name, config: endpointNamingRequests(config) }));

// Each has its form for the builder in app.js.
export const operations = [
  { name: "check-secret", config: checkSecret },
  { name: "stagehand-cookie-login", config: stagehandCookieLogin },
  { name: "stagehand-extract", config: stagehandExtract },
  { name: "stagehand-close", config: stagehandClose },
  { name: "sum-up-day", config: sumUpDay },
  { name: "write-to-owner", config: writeToOwner },
];

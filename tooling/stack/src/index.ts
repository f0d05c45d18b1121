export { checkBackupPrograms, readDatabaseClock } from "./backup/database-checks.ts";
export { readLastBackup } from "./backup/last-backup.ts";
export { makeBackupKey, readIdentities } from "./backup/backup-key.ts";
export type { Key, Lock } from "./backup/lock.ts";
export { makeBackup } from "./backup/make-backup.ts";
export type { About, Manifest } from "./backup/manifest.ts";
export { restoreBackup } from "./backup/restore-backup.ts";
export { withDatabase, withServer } from "./backup/server.ts";
export { verifyBackup } from "./backup/verify-backup.ts";
export type { OtherPlatform, PlatformServer } from "./checks/other-platforms.ts";
export { runVitest } from "./checks/suites.ts";
export { testEnv } from "./checks/test-env.ts";
export {
  makeThrowawayFolder,
  startThrowawayStack,
  type TestStack,
  type ThrowawayOptions,
} from "./checks/throwaway-stack.ts";
export { prepareDataFolder } from "./disk.ts";
export { type Installation, openInstallation } from "./installation.ts";
export { repositoryRoot } from "./paths.ts";
export { findFreePort } from "./ports.ts";
export { workerService } from "./services/worker.ts";
export { stopSignal } from "./stop-signal.ts";
export { answersOk } from "./supervision/service.ts";
export { lockHolder } from "./supervision/supervisor-lock.ts";
export { findTool } from "./tools/find-tool.ts";
export { provideTools, type ToolPaths } from "./tools/provide-tools.ts";
export { publishingServices } from "./whole-stack.ts";
export { missingSentence, type Tool, tools } from "./tools/tool.ts";

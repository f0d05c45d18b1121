/** Something that the person at the keyboard can put right: shown as one sentence, never as a stack. */
export class Problem extends Error {}

const causes = [
  [
    /ENOSPC|no space left/i,
    "The disk is full. Free some space (about 3 GB are needed) and try again.",
  ],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    "This folder cannot be written to. Give yourself the right to write in the clone, or clone it somewhere else, and try again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|socket hang ?up|network|dns error|fetch failed|error sending request/i,
    "The package registry does not answer. Check the network (and the proxy and registry settings of npm) and try again.",
  ],
  [
    /OUTDATED_LOCKFILE|frozen-lockfile/i,
    "pnpm-lock.yaml does not fit the package.json files. Run `pnpm install`, commit the lockfile and try again.",
  ],
  [
    /E401|E403|\b401 Unauthorized|\b403 Forbidden/i,
    "The package registry refuses the request. Check the registry and log-in settings of npm and try again.",
  ],
];

/** Turns the output of a failed npm or pnpm run into a sentence. */
export function explainFailure(action, output) {
  const known = causes.find(([pattern]) => pattern.test(output));
  if (known) return `${action} failed. ${known[1]}`;
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return `${action} failed: ${lines.slice(-12).join("\n")}`;
}

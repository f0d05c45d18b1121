import { AppError, messageForPeople } from "@genie/errors";

/** Ends the process with one sentence on standard error; a bug of ours keeps its stack trace. */
export function exitWithSentence(error: unknown): never {
  const detail = error instanceof AppError ? "" : `\n${String((error as Error)?.stack ?? error)}`;
  process.stderr.write(`${messageForPeople(error)}${detail}\n`);
  process.exit(1);
}

import { AppError, messageForPeople } from "@genie/errors";

/** One sentence on standard error and exit code 1; a bug of ours keeps its stack trace. */
export function reportProblem(error: unknown): void {
  const detail = error instanceof AppError || !(error instanceof Error) ? "" : `\n${error.stack}`;
  process.stderr.write(`${messageForPeople(error)}${detail}\n`);
  process.exitCode = 1;
}

import { AppError } from "@genie/errors";
import { isSystemError } from "./misconfigured.ts";

/** Runs the body of a command: its number is the exit code, a problem is shown as sentences. */
export async function exitWith(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    process.stderr.write(`${problemText(error)}\n`);
    process.exitCode = 1;
  }
}

/** The sentence for a known problem; for anything else the details, since it is a mistake of ours. */
export function problemText(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (
    isSystemError(error, "ERR_PARSE_ARGS_UNKNOWN_OPTION", "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
  ) {
    return error.message;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Something unexpected went wrong. Please report it with these details:\n${details}`;
}

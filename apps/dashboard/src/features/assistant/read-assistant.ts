import type { AssistantState } from "@genie/assistant";
import { AppError, type ErrorCode } from "@genie/errors";

type Answer = { data?: AssistantState; error?: { code: ErrorCode; message: string } };

/** Which model there is to talk to, if any. Throws when no answer to that came. */
export async function readAssistant(): Promise<AssistantState> {
  const response = await fetch("/api/assistant");
  const { data, error }: Answer = await response.json();
  if (error !== undefined) throw new AppError(error.code, error.message);
  if (data === undefined) throw new Error(`unexpected status ${response.status}`);
  return data;
}

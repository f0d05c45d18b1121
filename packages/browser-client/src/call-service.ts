import { AppError } from "@genie/errors";
import { readRefusal } from "./read-refusal.ts";

/** On an answer: how often a language model was asked for the step. */
export const modelCallsHeader = "x-genie-model-calls";

/** A step that the recipe alone could not take. */
export type ModelHelp = { step: string; calls: number; durationMs: number };

export type Service = {
  url: string;
  token: string;
  fetch: typeof globalThis.fetch;
  onModelHelp?: ((help: ModelHelp) => void) | undefined;
};

export type Call = {
  signal?: AbortSignal;
  /** How long the service may take until its answer begins. */
  timeoutMs: number;
  json?: unknown;
  file?: { bytes: ReadableStream<Uint8Array>; mime: string };
};

/** Calls the service and gives its answer. Throws `AppError` for every other outcome. */
export async function callService(
  { url, token, fetch, onModelHelp }: Service,
  method: string,
  path: string,
  { signal, timeoutMs, json, file }: Call,
): Promise<Response> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (file !== undefined) headers["Content-Type"] = file.mime;
  const patience = new AbortController();
  const startedAt = performance.now();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(file === undefined ? {} : { body: file.bytes, duplex: "half" as const }),
      redirect: "error",
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
    const calls = Number(answer.headers.get(modelCallsHeader) ?? 0);
    if (calls > 0) {
      const durationMs = Math.round(performance.now() - startedAt);
      onModelHelp?.({ step: path.split("/").at(-1) ?? "", calls, durationMs });
    }
    if (!answer.ok) throw await readRefusal(answer);
    return answer;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw explain(error, { stopped: signal?.aborted ?? false, silent: patience.signal.aborted });
  } finally {
    clearTimeout(timer);
  }
}

/** What it means that no answer came. */
export function explain(
  cause: unknown,
  { stopped, silent }: { stopped: boolean; silent: boolean },
): AppError {
  const unavailable = (sentence: string) =>
    new AppError("upstream_unavailable", sentence, { cause });
  if (stopped) return unavailable("This was stopped before it was finished.");
  if (silent) return unavailable("Genie's browser service did not answer in time.");
  if (causeCode(cause) === "ECONNREFUSED") {
    return unavailable(
      "Genie's browser service is not running, and nothing was posted. Start it (npm start does) and try again.",
    );
  }
  return unavailable(
    "Genie's browser service went away in the middle of a step. Check on the platform what was done before you try again.",
  );
}

function causeCode(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
}

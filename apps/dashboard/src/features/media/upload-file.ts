import { AppError, type ErrorCode } from "@genie/errors";
import type { DetailedError, HttpResponse, Upload, UploadOptions } from "tus-js-client";
import { z } from "zod";

export type StoredFile = { id: string; mime: string };

export type SendOptions = {
  /** How many of its bytes the server has or is just getting. */
  onProgress: (sentBytes: number) => void;
  /** The connection is lost; it goes on by itself when it is back. */
  onInterrupted: () => void;
  signal: AbortSignal;
};

const endpoint = "/api/directus/files/tus";

// A refusal is heard when a part has been sent: not after gigabytes. A multiple of what a bucket takes.
const partBytes = 20 * 1024 * 1024;

// Some five minutes without a connection; counted anew whenever something has arrived.
const retryDelaysMs = [0, 1000, 3000, 5000, ...Array.from({ length: 28 }, () => 10_000)];

/**
 * Sends a file to the gate in parts. It goes on where it was when the connection was cut, and when the
 * same file is chosen again within a day. Throws `AppError` with the gate's sentence.
 */
export async function uploadFile(file: File, options: SendOptions): Promise<StoredFile> {
  const tus = await import("tus-js-client");
  const start = (resume: boolean) =>
    new Promise<StoredFile>((resolve, reject) => {
      const upload = new tus.Upload(file, {
        ...uploadOptions(file, options),
        onUploadUrlAvailable: () => keepUrl(upload),
        onSuccess: ({ lastResponse }) => {
          const stored = readStored(lastResponse);
          if (stored) resolve(stored);
          else reject(new AppError("upstream_unavailable", unclear));
        },
        onError: reject,
      });
      options.signal.addEventListener("abort", () => {
        // What is there of it is removed; if that fails, it is gone after a day.
        upload.abort(true).catch(() => undefined);
        reject(new AppError("conflict", "Stopped."));
      });
      void begin(upload, resume).catch(reject);
    });
  try {
    return await start(true);
  } catch (error) {
    // It was over or too old, and only this browser still knew of it.
    if (statusOf(error) === 404) {
      return start(false).catch((other: unknown) => {
        throw inWords(other);
      });
    }
    throw inWords(error);
  }
}

async function begin(upload: Upload, resume: boolean): Promise<void> {
  const [previous] = resume ? await upload.findPreviousUploads() : [];
  if (previous) {
    upload.resumeFromPreviousUpload(previous);
    keepUrl(upload);
  }
  upload.start();
}

function uploadOptions(
  file: File,
  { onProgress, onInterrupted, signal }: SendOptions,
): UploadOptions {
  return {
    endpoint,
    metadata: { filename_download: file.name, ...(file.type !== "" && { type: file.type }) },
    chunkSize: partBytes,
    retryDelays: retryDelaysMs,
    removeFingerprintOnSuccess: true,
    onProgress: (sentBytes) => onProgress(sentBytes),
    onShouldRetry: (error) => {
      if (signal.aborted || !isPassing(statusOf(error))) return false;
      onInterrupted();
      return true;
    },
  };
}

/** Without an endpoint, nothing begins anew behind her back when the server can't say how far it is. */
function keepUrl(upload: Upload): void {
  const url = upload.url ?? upload.options.uploadUrl;
  // By its path: the page may have been opened under another name of this server.
  if (url) upload.url = new URL(url, location.href).pathname;
  upload.options.endpoint = null;
}

const isPassing = (status: number) =>
  [0, 409, 423, 429].includes(status) || (status >= 500 && status !== 507);

const Problem = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

const lost =
  "The connection was lost for too long. What was sent is kept for a day; try again to go on from there.";
const unclear = "The server did not take this file. Nothing was saved; try again in a minute.";

/** What is thrown, with the gate's sentence where there is one. */
export function inWords(error: unknown): unknown {
  const answer = isDetailed(error) ? error.originalResponse : undefined;
  if (answer === undefined) return error;
  const status = statusOf(error);
  // 423 comes without words: all of it is there, and could not be made a file yet.
  if (answer === null || status === 0 || status === 423) {
    return new AppError("upstream_unavailable", lost, { cause: error });
  }
  const said = Problem.safeParse(parseJson(answer.getBody())).data?.errors[0]?.message;
  return new AppError(codeOf(status), said ?? unclear, { cause: error });
}

/** What the last answer says was made of it. */
export function readStored(answer: Pick<HttpResponse, "getHeader">): StoredFile | null {
  const id = answer.getHeader("Directus-File-Id");
  const mime = answer.getHeader("Genie-File-Type");
  return id && mime ? { id, mime } : null;
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 429) return "rate_limited";
  return status < 500 ? "invalid_input" : "upstream_unavailable";
}

const isDetailed = (error: unknown): error is DetailedError =>
  error instanceof Error && "originalResponse" in error;

/** 0 when there was no answer. */
function statusOf(error: unknown): number {
  return isDetailed(error) ? (error.originalResponse?.getStatus() ?? 0) : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

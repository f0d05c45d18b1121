import { AppError, type ErrorCode } from "@genie/errors";
import { z } from "zod";

export type StoredFile = { id: string; mime: string };

type UploadOptions = {
  /** 0 to 1, as far as the bytes have left. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
};

const Answer = z.object({
  data: z.object({ id: z.uuid(), type: z.string() }).optional(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

const lost = "The connection was lost while sending. Nothing was saved; try again.";
const unclear = "The server did not take this file. Nothing was saved; try again in a minute.";

/**
 * Sends a file to the gate, which looks at its bytes. XMLHttpRequest, because fetch tells nothing of
 * what has been sent. Throws `AppError` with the gate's sentence.
 */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener("error", () => reject(new AppError("upstream_unavailable", lost)));
    request.addEventListener("abort", () => reject(new AppError("conflict", "Stopped.")));
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", "/api/directus/uploads");
    request.send(form);
  });
}

/** What the gate made of it. */
export function readAnswer(status: number, text: string): StoredFile {
  const { data, errors } = Answer.safeParse(parseJson(text)).data ?? {};
  if (status < 300 && data !== undefined) return { id: data.id, mime: data.type };
  throw new AppError(codeOf(status), errors?.[0]?.message ?? unclear);
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 429) return "rate_limited";
  return status < 500 ? "invalid_input" : "upstream_unavailable";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

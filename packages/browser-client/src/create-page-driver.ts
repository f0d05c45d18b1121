import { AppError } from "@genie/errors";
import { type Call, callService, explain, type Service } from "./call-service.ts";
import type { Download, SealedSession } from "./page-driver.ts";
import {
  type ActRequest,
  CookiesAnswer,
  ExtractAnswer,
  FileAnswer,
  MoreAnswer,
  LocalStorageAnswer,
  ObserveAnswer,
  PageState,
  ReadAnswer,
  type StartAnswer,
} from "./requests.ts";

/** What the service allows a step when the step does not say. */
const stepTimeoutMs = 30_000;
/** On top of a step's own limit: those before it, and a machine that is busy. */
const graceMs = 30_000;
/** A language model may take a minute for a page. */
const readTimeoutMs = 90_000;
const fileTimeoutMs = 10 * 60_000;
const closeTimeoutMs = 15_000;

/** The methods of a session that is open. `name` is what it is called outside of its service. */
export function createPageDriver(
  service: Service,
  { session_id: id, user_agent: userAgent, name }: StartAnswer & { name: string },
  signal: AbortSignal,
): SealedSession {
  const path = (step: string) => `/sessions/${encodeURIComponent(id)}/${step}`;
  const call = (method: string, step: string, options: Partial<Call> = {}) =>
    callService(service, method, path(step), {
      timeoutMs: stepTimeoutMs + graceMs,
      ...options,
      signal,
    });
  const post = (step: string, json: unknown, timeoutMs = stepTimeoutMs) =>
    call("POST", step, { json, timeoutMs: timeoutMs + graceMs });

  return {
    id: name,
    userAgent,
    async sealedCookieLogin(request) {
      return readJson(await post("sealed_cookie_login", request), PageState);
    },
    async cookieLogin(cookies, url, localStorage = []) {
      const json = {
        cookies,
        url,
        ...(localStorage.length > 0 && { local_storage: localStorage }),
      };
      return readJson(await post("cookie_login", json), PageState);
    },
    async navigate(url, { timeoutMs } = {}) {
      const json = { url, ...(timeoutMs === undefined ? {} : { timeout_ms: timeoutMs }) };
      return readJson(await post("navigate", json, timeoutMs), PageState);
    },
    async state() {
      return readJson(await call("GET", "state"), PageState);
    },
    async act(step: ActRequest) {
      return readJson(await post("act", step, step.timeout_ms), PageState);
    },
    async extract(request) {
      return (await readJson(await post("extract", request), ExtractAnswer)).rows;
    },
    async read(request) {
      return (await readJson(await post("read", request, readTimeoutMs), ReadAnswer)).read;
    },
    async more(read) {
      return (await readJson(await post("more", { read }), MoreAnswer)).grew;
    },
    async observe() {
      return readJson(await call("GET", "observe"), ObserveAnswer);
    },
    async screenshot() {
      return new Uint8Array(await (await call("GET", "screenshot")).arrayBuffer());
    },
    async cookies() {
      return (await readJson(await call("GET", "cookies"), CookiesAnswer)).cookies;
    },
    async localStorage(names) {
      const answer = await post("local_storage", { names });
      return (await readJson(answer, LocalStorageAnswer)).local_storage;
    },
    async putFile({ name, mime, bytes }) {
      const answer = await call("PUT", `files?name=${encodeURIComponent(name)}`, {
        file: { bytes: toStream(bytes()), mime },
        timeoutMs: fileTimeoutMs,
      });
      return (await readJson(answer, FileAnswer)).file;
    },
    async download(url, { maxBytes }) {
      const answer = await post("download", { url, max_bytes: maxBytes });
      return readDownload(answer, maxBytes, signal);
    },
    async close() {
      await callService(service, "DELETE", `/sessions/${encodeURIComponent(id)}`, {
        timeoutMs: closeTimeoutMs,
      });
    },
  };
}

async function readJson<Answer>(
  answer: Response,
  schema: { parse: (value: unknown) => Answer },
): Promise<Answer> {
  let value: unknown;
  try {
    value = await answer.json();
  } catch (cause) {
    throw explain(cause, { stopped: false, silent: false });
  }
  return schema.parse(value);
}

/** Read from as it is sent. The types of browsers, where this is imported too, lack `ReadableStream.from`. */
function toStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function readDownload(answer: Response, maxBytes: number, signal: AbortSignal): Download {
  const mime = answer.headers.get("content-type") ?? "application/octet-stream";
  return { mime, bytes: limited(answer, maxBytes, signal) };
}

async function* limited(answer: Response, maxBytes: number, signal: AbortSignal) {
  let sizeBytes = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) {
        throw new AppError(
          "invalid_input",
          `The file is larger than the ${maxBytes} bytes allowed.`,
        );
      }
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw signal.aborted
      ? explain(cause, { stopped: true, silent: false })
      : new AppError("upstream_unavailable", "The file broke off before its end.", { cause });
  }
}

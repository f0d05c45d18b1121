import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { isDirectusError } from "@directus/errors";
import type { Accountability } from "../directus.ts";
import { importFromDirectus } from "../directus-module.ts";
import { refusal } from "../refusals.ts";

export type TusUpload = {
  id: string;
  size?: number;
  metadata?: Record<string, string | null>;
};

/** What is asked of ours while a request is answered; without an answer of ours, the upload is refused. */
export type TusRules = {
  /** What the upload says of itself from now on; throws what refuses it. */
  onCreate?: (upload: TusUpload) => Promise<Record<string, string>>;
  /** All bytes are there and nobody has heard of it: lets Directus `finish`, or throws what refuses it. */
  onWhole?: (upload: TusUpload, finish: () => Promise<TusFinished>) => Promise<TusFinished>;
  /** Keeps what a store could not put together, which Directus would throw away: it is tried again. */
  keepsWhole?: boolean;
  /** Why a part could not be stored, when there is a better reason than `error`. */
  onWriteFailed?: (error: unknown) => Promise<unknown>;
};

/** What the last answer says besides. */
export type TusFinished = { headers?: Record<string, string> };

/** The parts of @tus/server 2.3 and of Directus' store that we use. */
type TusServer = {
  options: {
    maxSize?: number;
    onUploadCreate?: (request: unknown, upload: TusUpload) => Promise<object>;
    onUploadFinish: (request: unknown, upload: TusUpload) => Promise<TusFinished>;
    onResponseError?: (request: unknown, error: unknown) => Promise<void>;
    locker: { newLock: (upload: string) => Lock };
  };
  datastore: {
    remove: (upload: string) => Promise<void>;
    write: (content: Readable, upload: string, offset: number) => Promise<number>;
  };
  handler: (request: unknown) => Promise<Response>;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};
type Lock = {
  lock: (signal: AbortSignal, letGo: () => void) => Promise<void>;
  unlock: () => Promise<void>;
};
/** In whose name it acts. */
type TusContext = { schema: unknown; accountability: Accountability };
type TusModule = {
  createTusServer: (context: TusContext) => Promise<[TusServer, () => void]>;
};

/**
 * Lets Directus' own tus server answer one request, under rules of ours. It acts with all rights, in the
 * name of the caller: whoever makes a file by it would need rights on fields that are nobody's to write.
 */
export async function answerByTus(
  request: IncomingMessage,
  response: ServerResponse,
  context: TusContext,
  rules: TusRules,
): Promise<void> {
  await withServer(context, async (server) => {
    applyRules(server, rules);
    await server.handle(request, response);
  });
}

/**
 * Ends an upload of which all bytes are there, as its last part would have; no part is taken meanwhile. Throws what
 * `onWhole` throws, or when another request holds the upload for long.
 */
export async function finishByTus(
  context: TusContext,
  upload: TusUpload,
  onWhole: NonNullable<TusRules["onWhole"]>,
): Promise<void> {
  await withServer(context, async ({ options }) => {
    const lock = options.locker.newLock(upload.id);
    await lock.lock(new AbortController().signal, () => undefined);
    try {
      await onWhole(upload, () => options.onUploadFinish(null, upload));
    } finally {
      await lock.unlock();
    }
  });
}

async function withServer(
  { schema, accountability }: TusContext,
  work: (server: TusServer) => Promise<void>,
): Promise<void> {
  const { createTusServer } = await importFromDirectus<TusModule>(
    "@directus/api/services/tus/server",
  );
  const [server, cleanUp] = await createTusServer({
    schema,
    accountability: { ...accountability, admin: true },
  });
  try {
    await work(server);
  } finally {
    cleanUp();
  }
}

function applyRules(server: TusServer, rules: TusRules): void {
  const { options, datastore } = server;
  // The limit depends on what it is, which the rules know.
  options.maxSize = Number.MAX_SAFE_INTEGER;
  options.onUploadCreate = async (_request, upload) => {
    if (rules.onCreate === undefined) throw uploadUnknown();
    return { metadata: await rules.onCreate(upload) };
  };

  const finish = options.onUploadFinish;
  options.onUploadFinish = async (request, upload) => {
    if (rules.onWhole === undefined) throw uploadUnknown();
    return rules.onWhole(upload, () => finish(request, upload));
  };

  if (rules.keepsWhole === true) datastore.remove = async () => undefined;
  const write = datastore.write.bind(datastore);
  let writing: Promise<number> | null = null;
  datastore.write = (content, upload, offset) => {
    writing = write(content, upload, offset);
    return writing;
  };

  let problem: unknown = null;
  options.onResponseError = async (_request, error) => {
    problem = error;
    // The server hears of the stream before the store has given up.
    const failed = await writing?.then(
      () => false,
      () => true,
    );
    if (failed === true) problem = (await rules.onWriteFailed?.(error)) ?? error;
  };
  const answer = server.handler.bind(server);
  server.handler = async (request) => {
    const answered = await answer(request);
    return problem === null ? answered : inWords(problem, answered);
  };
}

/** The answer as all others of Directus have it. */
function inWords(problem: unknown, { status, headers }: Response): Response {
  const error = isDirectusError(problem) ? problem : inSentence(status);
  if (!isDirectusError(error)) return new Response(null, { status, headers });
  const body = { errors: [{ message: error.message, extensions: { code: error.code } }] };
  return Response.json(body, {
    status: error.status,
    headers: { "Tus-Resumable": headers.get("Tus-Resumable") ?? "1.0.0" },
  });
}

function inSentence(status: number): Error {
  if (status === 409) {
    return refusal(
      "CONFLICT",
      "Another part of this upload was expected. Ask how far it is, and go on from there.",
    );
  }
  if (status === 404 || status === 410) return uploadUnknown();
  if (status < 500) {
    return refusal(
      "INVALID_PAYLOAD",
      "This is no request of a resumable upload (tus 1.0.0). Nothing was saved.",
    );
  }
  return refusal(
    "SERVICE_UNAVAILABLE",
    "This part could not be stored. What was stored before is kept for a day; go on from there.",
  );
}

export function uploadUnknown(): Error {
  return refusal(
    "NOT_FOUND",
    "This upload is not known here any more, because it is over or older than a day. Start it again.",
  );
}

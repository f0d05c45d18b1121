import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

type Answer = (request: Request) => Promise<Response>;
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers what a Node server is asked by way of web requests, 413 for a body above `largestBody` bytes. The request is
 * aborted when who asks is gone. An answer in JSON goes out in one piece, with its length: in pieces, as the
 * protocol's own adapter sends all of them, it takes longer.
 */
export function nodeListener(answer: Answer, { largestBody }: { largestBody: number }): Listener {
  return async (asked, response) => {
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    try {
      const body = await bodyOf(asked, largestBody);
      const answered =
        body === null ? tooLarge(largestBody) : await answer(requestOf(asked, body, gone.signal));
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      if (answered.body === null) response.end();
      else if (isJson(answered)) response.end(await answered.text());
      else await pipeline(Readable.fromWeb(answered.body), response, { signal: gone.signal });
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    }
  };
}

/** Null when it is too large. */
async function bodyOf(asked: IncomingMessage, largest: number): Promise<Buffer | null> {
  if (Number(asked.headers["content-length"] ?? 0) > largest) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of asked as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function requestOf(asked: IncomingMessage, body: Buffer, signal: AbortSignal): Request {
  const { method = "GET", url = "/", headers } = asked;
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map<[string, string]>((one) => [name, one]),
  );
  return new Request(`http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: pairs,
    signal,
    ...(body.length > 0 && method !== "GET" && method !== "HEAD" && { body: body.toString() }),
  });
}

const isJson = ({ headers }: Response) =>
  headers.get("content-type")?.startsWith("application/json") === true;

const tooLarge = (largest: number) =>
  Response.json(
    {
      jsonrpc: "2.0",
      error: {
        code: -32_000,
        message: `A message may have ${largest} bytes at the most. Nothing was done; send less at once.`,
      },
      id: null,
    },
    { status: 413, headers: { connection: "close" } },
  );

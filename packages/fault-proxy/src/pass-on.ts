import { once } from "node:events";
import { request as open, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { ArmedFaults } from "./armed-faults.ts";

type Behind = { faults: ArmedFaults; target: string };
type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Passes a request on and its answer back, unless a fault is meant for it. */
export async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { faults, target }: Behind,
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const [path = "/"] = url.split("?");
  const hasBody =
    headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  const occasion = { method, path, hasBody };
  const take = <Kind extends Parameters<ArmedFaults["take"]>[0]>(kind: Kind) =>
    faults.take(kind, occasion);

  if (take("outage")) return breakOff(response);
  if (take("reset_in_upload")) {
    await once(request, "readable");
    return breakOff(response);
  }
  const body = await bytesOf(request);
  const limited = take("rate_limited");
  if (limited) return refuse(response, 429, { "retry-after": String(limited.retry_after_seconds) });
  const slow = take("slow");
  if (slow) await wait(slow.ms);
  if (take("reset_before_commit")) return breakOff(response);
  if (take("error_before_commit")) return refuse(response, 500);

  const hang = take("accept_then_hang");
  const [reset, error] = [take("reset_after_commit"), take("error_after_commit")];
  const answer = await ask(target, request, body);
  if (hang) {
    await wait(hang.ms, undefined, { ref: false });
    return breakOff(response);
  }
  if (reset) return breakOff(response);
  if (error) return refuse(response, 500);
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

function ask(target: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { host: _host, "transfer-encoding": _chunked, ...passed } = headers;
  const asked = open(new URL(url ?? "/", target), {
    method,
    headers: { ...passed, host: new URL(target).host, "content-length": body.length },
    agent: false,
  });
  asked.on("error", reject);
  asked.on("response", (answer) => {
    const { statusCode: status = 502, headers: said } = answer;
    const { connection: _connection, "transfer-encoding": _parts, ...kept } = said;
    bytesOf(answer).then((bytes) => resolve({ status, headers: kept, body: bytes }), reject);
  });
  asked.end(body);
  return promise;
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Like a server that is cut off: no answer, no farewell. */
function breakOff({ socket, req }: ServerResponse): void {
  const open = socket ?? req.socket;
  open.resetAndDestroy();
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error: "A fault was ordered." }));
}

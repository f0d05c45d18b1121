import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import type { ArmedFaults } from "./armed-faults.ts";
import { Fault } from "./fault.ts";

export const steeringPath = "/-/faults";

/**
 * `POST /-/faults` arms the fault in the body and answers `{ fault }`, `GET` lists, `DELETE /-/faults/<id>`
 * disarms one and `DELETE /-/faults` all.
 */
export async function answerSteering(
  request: IncomingMessage,
  response: ServerResponse,
  { faults, adminToken }: { faults: ArmedFaults; adminToken: string },
): Promise<void> {
  const answer = (status: number, body: object) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  if (!isSame(request.headers.authorization ?? "", `Bearer ${adminToken}`)) {
    return answer(401, { error: "The token of the proxy is missing or wrong." });
  }
  const id = /^\/-\/faults\/(\d+)$/.exec(request.url ?? "")?.[1];
  if (request.method === "GET") return answer(200, { faults: faults.list() });
  if (request.method === "DELETE") {
    if (id === undefined) faults.disarmAll();
    else faults.disarm(Number(id));
    return answer(200, {});
  }
  const fault = Fault.safeParse(await json(request).catch(() => null));
  if (!fault.success) return answer(400, { error: fault.error.message });
  return answer(200, { fault: faults.arm(fault.data) });
}

function isSame(said: string, right: string): boolean {
  const [one, other] = [Buffer.from(said), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

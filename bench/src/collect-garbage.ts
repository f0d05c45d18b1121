import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { z } from "zod";

/** Where the inspector of a process listens that was not told otherwise. */
const inspector = "http://127.0.0.1:9229/json/list";
const opensWithinMs = 10_000;

const Targets = z.tuple([z.object({ webSocketDebuggerUrl: z.string() })], z.unknown());

/**
 * Has a Node.js process give back all memory that it no longer needs, by its inspector, which it opens on loopback for that
 * and closes again: one process at a time. Throws when it does not answer.
 */
export async function collectGarbage(pid: number): Promise<void> {
  process.kill(pid, "SIGUSR1");
  const socket = new WebSocket(await inspectorOf(pid));
  await once(socket, "open");
  const send = (id: number, method: string, params = {}) =>
    socket.send(JSON.stringify({ id, method, params }));
  send(1, "HeapProfiler.collectGarbage");
  await once(socket, "message");
  const closed = once(socket, "close");
  send(2, "Runtime.evaluate", {
    expression: `process.getBuiltinModule("node:inspector").close()`,
  });
  await closed;
}

async function inspectorOf(pid: number): Promise<string> {
  const until = performance.now() + opensWithinMs;
  while (performance.now() < until) {
    const answer = await fetch(inspector).catch(() => null);
    if (answer?.ok) return Targets.parse(await answer.json())[0].webSocketDebuggerUrl;
    await wait(50);
  }
  throw new AppError("internal", `The process ${pid} did not open its inspector.`);
}

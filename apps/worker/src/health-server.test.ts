import { findFreePort } from "@genie/testing";
import { afterEach, expect, it } from "vitest";
import { startHealthServer } from "./health-server.ts";

let server: { close: () => void } | undefined;
afterEach(() => server?.close());

async function healthWith(troubles: string[]): Promise<[number, unknown]> {
  const port = await findFreePort();
  server = await startHealthServer(port, async () => troubles);
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  return [response.status, await response.json()];
}

it("a worker that takes jobs is well", async () => {
  expect(await healthWith([])).toEqual([200, { status: "ok" }]);
});

// Not by its status: a restart of the worker mends no queue.
it("tells what an operator has to see to, and still counts as up", async () => {
  const troubles = ["The queues don't answer."];
  expect(await healthWith(troubles)).toEqual([200, { status: "degraded", troubles }]);
});

import { Server } from "@modelcontextprotocol/server";
import { expect, it } from "vitest";
import { createResponder } from "./respond.ts";

const revision = "2026-07-28";
const params = { name: "wait", arguments: {} };
const calls = {
  "an earlier revision": { headers: {}, params },
  [revision]: {
    headers: {
      "mcp-protocol-version": revision,
      "mcp-method": "tools/call",
      "mcp-name": params.name,
    },
    params: {
      ...params,
      _meta: {
        "io.modelcontextprotocol/protocolVersion": revision,
        "io.modelcontextprotocol/clientInfo": { name: "an agent", version: "1.0.0" },
        "io.modelcontextprotocol/clientCapabilities": {},
      },
    },
  },
};

it.each(Object.entries(calls))(
  "a call by %s ends when whoever asked goes away",
  async (_, call) => {
    const begun = Promise.withResolvers<AbortSignal>();
    const errors: Error[] = [];
    const respond = createResponder(
      () => serverThat((signal) => begun.resolve(signal)),
      (error) => errors.push(error),
    );
    const gone = new AbortController();
    const answered = respond(requestOf(call, gone.signal));
    const signal = await begun.promise;
    expect(signal.aborted).toBe(false);
    gone.abort();
    await expect.poll(() => signal.aborted).toBe(true);
    expect((await answered).status).toBeGreaterThanOrEqual(200);
    expect(errors).toEqual([]);
  },
);

it("a call of who has gone already is not begun", async () => {
  let isBegun = false;
  const respond = createResponder(
    () => serverThat(() => (isBegun = true)),
    () => {},
  );
  const response = await respond(requestOf(calls["an earlier revision"], AbortSignal.abort()));
  expect([response.status, await response.text(), isBegun]).toEqual([499, "", false]);
});

/** Its one tool waits until it is ended. */
function serverThat(begins: (signal: AbortSignal) => void): Server {
  const server = new Server({ name: "waits", version: "1.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler("tools/call", (_request, { mcpReq: { signal } }) => {
    begins(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("It was ended.")));
    });
  });
  return server;
}

const requestOf = ({ headers, params }: { headers: object; params: object }, signal: AbortSignal) =>
  new Request("http://localhost/mcp", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
    signal,
  });

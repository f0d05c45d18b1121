import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { answerTo } from "./answer-to.ts";

/** What the model does with the next requests. `fit`: the best it can. */
export type Behaviour =
  | "fit"
  | "silent"
  | "nonsense"
  | "refuses"
  | "pauses"
  /** Points at elements that there are, which are others than those that were meant. */
  | "wrong"
  /** Points at elements that there are not. */
  | "absent";

export type ScriptedModel = {
  /** The base address: `/chat/completions` follows. */
  url: string;
  /** The name that a request has to give. */
  model: string;
  /** Every request, word for word, with its headers. */
  requests: { headers: IncomingMessage["headers"]; body: string }[];
  behave: (behaviour: Behaviour) => void;
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

export const Asked = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({
    type: z.literal("json_schema"),
    json_schema: z.object({ name: z.string(), schema: z.unknown() }),
  }),
});
export type Asked = z.infer<typeof Asked>;

const name = "scripted";

/** Starts the model on loopback, at a port of its own. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const requests: ScriptedModel["requests"] = [];
  let behaviour: Behaviour = "fit";
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = await json(request);
    requests.push({ headers: request.headers, body: JSON.stringify(body) });
    if (behaviour === "silent") return;
    if (behaviour === "refuses") return send(response, 401, { error: "no" });
    if (behaviour === "pauses") {
      response.setHeader("Retry-After", "7");
      return send(response, 429, { error: "later" });
    }
    const asked = Asked.safeParse(body);
    if (request.url !== "/v1/chat/completions" || asked.data?.model !== name) {
      return send(response, 404, { error: "There is no such model." });
    }
    const content = behaviour === "nonsense" ? "Certainly! Here it is." : text(asked.data);
    send(response, 200, {
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
      usage: {
        prompt_tokens: Math.ceil(JSON.stringify(body).length / 4),
        completion_tokens: 1,
      },
    });
  }

  const text = (asked: Asked) => {
    const kind = behaviour === "wrong" || behaviour === "absent" ? behaviour : "fit";
    return JSON.stringify(answerTo(asked, kind));
  };

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    model: name,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}

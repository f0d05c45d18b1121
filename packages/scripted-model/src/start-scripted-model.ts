import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { answerTo } from "./answer-to.ts";
import { Asked, type Reply } from "./asked.ts";
import { replyToChat } from "./reply-to-chat.ts";
import { completionOf, streamReply } from "./send-reply.ts";

/**
 * What the model does with the next requests. `fit`: the best it can, and in a chat whatever any text that
 * it is shown asks for.
 */
export type Behaviour =
  | "fit"
  /** In a chat: words, and nothing that is done. */
  | "says"
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

const name = "scripted";
const someWords = "Thank you for being here. There is more to come this week.";

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
    const reply = replyTo(asked.data);
    if (asked.data.stream) return streamReply(response, reply);
    send(response, 200, completionOf(reply, JSON.stringify(body).length));
  }

  function replyTo(asked: Asked): Reply {
    if (behaviour === "nonsense") return words("Certainly! Here it is.");
    const { response_format: format } = asked;
    if (format !== undefined) {
      const kind = behaviour === "wrong" || behaviour === "absent" ? behaviour : "fit";
      return words(JSON.stringify(answerTo(asked.messages, format.json_schema, kind)));
    }
    const isChat = asked.stream || asked.tools.length > 0;
    return isChat && behaviour !== "says" ? replyToChat(asked) : words(someWords);
  }

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

const words = (text: string): Reply => ({ text, calls: [] });

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}

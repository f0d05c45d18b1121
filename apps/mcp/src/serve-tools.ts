import type { Send } from "@genie/agent-tools";
import { AppError, httpStatus } from "@genie/errors";
import { createTokenCheck } from "./check-token.ts";
import { createMcpServer } from "./create-mcp-server.ts";
import { refuseMessage } from "./refuse-message.ts";
import { createResponder } from "./respond.ts";
import { createSender } from "./create-sender.ts";

export type Respond = (request: Request, token: string) => Promise<Response>;

/**
 * Answers one message with the tools, as the user of the token. Nothing is looked at before the token was good
 * within the last second, and of one that is not any more no answer is given.
 */
export function serveTools(directusUrl: string, onError: (error: Error) => void): Respond {
  const send = createSender();
  const tokens = createTokenCheck(directusUrl, send);
  return async (request, token) => {
    try {
      await tokens.check(token);
    } catch (error) {
      return refused(error);
    }
    const message = await messageIn(request);
    const unfit = refuseMessage(message);
    if (unfit !== null) return unfit;
    let isGood = true;
    const watched: Send = async (...asked) => {
      const answer = await send(...asked);
      if (answer.status === 401) isGood = false;
      return answer;
    };
    const respond = createResponder(
      () => createMcpServer({ directusUrl, token, send: watched }),
      onError,
    );
    const response = await respond(request, message);
    if (isGood) return response;
    tokens.forget(token);
    await response.body?.cancel();
    return unauthorized();
  };
}

/** Read once. Null where there is none, or no JSON: that is the protocol's to answer. */
const messageIn = (request: Request): Promise<unknown> => request.json().catch(() => null);

function refused(error: unknown): Response {
  const code = error instanceof AppError ? error.code : "internal";
  if (code === "unauthenticated") return unauthorized();
  const message = error instanceof AppError ? error.message : "Try again in a minute.";
  return Response.json(
    { jsonrpc: "2.0", error: { code: -32_603, message }, id: null },
    { status: httpStatus[code] },
  );
}

/** For who brought no token that is good. Says the same whatever was wrong with it. */
export const unauthorized = (): Response =>
  Response.json(
    {
      jsonrpc: "2.0",
      error: {
        code: -32_001,
        message:
          "Send an API token of Genie Helper as Authorization: Bearer. Make one in the dashboard, Settings; it may have expired or been revoked. Nothing was done.",
      },
      id: null,
    },
    { status: 401, headers: { "www-authenticate": 'Bearer realm="Genie Helper"' } },
  );

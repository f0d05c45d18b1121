import { AppError, httpStatus } from "@genie/errors";
import { createTokenCheck } from "./check-token.ts";
import { createMcpServer } from "./create-mcp-server.ts";
import { createResponder } from "./respond.ts";

export type Respond = (request: Request, token: string) => Promise<Response>;

/**
 * Answers with the tools, as the user of the token. Whether the token is good says Directus, to the tool that
 * is called; a request that reached none asks by itself.
 */
export function serveTools(directusUrl: string, onError: (error: Error) => void): Respond {
  const check = createTokenCheck(directusUrl);
  return async (request, token) => {
    const seen: number[] = [];
    const watched: typeof globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init);
      seen.push(response.status);
      return response;
    };
    const respond = createResponder(
      () => createMcpServer({ directusUrl, token, fetch: watched }),
      onError,
    );
    const response = await respond(request);
    try {
      if (seen.includes(401)) throw new AppError("unauthenticated", "The token is not good.");
      if (seen.length === 0) await check(token);
      return response;
    } catch (error) {
      await response.body?.cancel();
      return refused(error);
    }
  };
}

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

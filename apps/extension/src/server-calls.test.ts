import { createServer, type IncomingMessage, type Server } from "node:http";
import { AppError } from "@genie/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { redeem, serverCalls } from "./server-calls.ts";

type Answer = { status: number; body: string; headers?: Record<string, string> };

describe("a call to the server", () => {
  const seen: IncomingMessage[] = [];
  let answer: Answer;
  let server: Server;
  let origin: string;

  beforeEach(async () => {
    seen.length = 0;
    server = createServer((request, response) => {
      seen.push(request);
      response.writeHead(answer.status, {
        "content-type": "application/json",
        "set-cookie": "session=x",
        ...answer.headers,
      });
      response.end(answer.body);
    });
    await new Promise<void>((ready) => {
      server.listen(0, "127.0.0.1", ready);
    });
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const problemOf = async (said: Answer): Promise<AppError> => {
    answer = said;
    const calls = serverCalls({ origin, token: "ght_x" });
    return calls.overview().then(
      () => {
        throw new Error("It was taken.");
      },
      (error: AppError) => error,
    );
  };

  it("carries the token and no cookie", async () => {
    answer = { status: 200, body: JSON.stringify({ data: { wiped: 1 } }) };
    await serverCalls({ origin, token: "ght_x" }).wipe("an-account");
    await serverCalls({ origin, token: "ght_x" }).leave();
    expect(seen.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ["POST", "/api/directus/pairings/wipe", "Bearer ght_x"],
      ["POST", "/api/directus/pairings/leave", "Bearer ght_x"],
    ]);
    expect(seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  it("follows no redirect: the server is the one that she has paired", async () => {
    const problem = await problemOf({
      status: 307,
      body: "",
      headers: { location: `${origin}/elsewhere` },
    });
    expect([problem.code, seen.length]).toEqual(["upstream_unavailable", 1]);
  });

  it("ends the pairing by Genie Helper's own word alone", async () => {
    const ended = refusal("INVALID_CREDENTIALS", "This token is unknown, expired or revoked.");
    expect((await problemOf({ status: 401, body: ended })).code).toBe("unauthenticated");
    for (const body of ["", "<h1>Log in to the network</h1>", "{}", '{"errors":[]}']) {
      expect((await problemOf({ status: 401, body })).code).toBe("upstream_unavailable");
    }
  });

  it("tells what the server says, and what to do when it says nothing", async () => {
    const refused = await problemOf({
      status: 400,
      body: refusal("INVALID_PAYLOAD", "Sign in there and try again. Nothing was stored."),
    });
    expect([refused.code, refused.message]).toEqual([
      "invalid_input",
      "Sign in there and try again. Nothing was stored.",
    ]);
    expect((await problemOf({ status: 200, body: '{"data":{}}' })).code).toBe(
      "upstream_unavailable",
    );
    await new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
    const gone = redeem(origin, { code: "7KQ2MX9TAB", browser: "Chrome on Linux" });
    await expect(gone).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringContaining("check the address"),
    });
  });
});

const refusal = (code: string, message: string) =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

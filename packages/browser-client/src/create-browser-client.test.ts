import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { homesOf } from "./browser-services.ts";
import { createBrowserClient } from "./create-browser-client.ts";
import { liveViewAddress } from "./live-view.ts";

const signal = new AbortController().signal;
const request = { allowed_hosts: ["fans.example"] };
const started = () => Response.json({ session_id: "id", user_agent: "UA" }, { status: 201 });

type Call = { method: string; path: string; headers: Headers };

/** A client of a service that gives these answers in turn. */
function clientOf(...answers: (() => Response | Promise<Response>)[]) {
  const calls: Call[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const { pathname, search } = new URL(url instanceof Request ? url.url : url);
    const method = init?.method ?? "GET";
    calls.push({ method, path: pathname + search, headers: new Headers(init?.headers) });
    const answer = answers.shift();
    if (answer === undefined) throw new Error("One call too many.");
    return answer();
  };
  return { calls, client: createBrowserClient({ url: "http://127.0.0.1:1/", token: "t", fetch }) };
}

const refusing =
  (status: number, error: object, headers = {}) =>
  () =>
    Response.json({ error }, { status, headers });

describe("startSession", () => {
  it("sends the token and gives the browser's name", async () => {
    const { client, calls } = clientOf(started);
    const driver = await client.startSession(request, signal);
    expect(driver.userAgent).toBe("UA");
    expect(calls).toMatchObject([{ method: "POST", path: "/sessions" }]);
    expect(calls[0]?.headers.get("authorization")).toBe("Bearer t");
  });

  it("a service that is not running is said so, and that nothing was posted", async () => {
    const client = createBrowserClient({ url: await deadAddress(), token: "t" });
    await expect(client.startSession(request, signal)).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringContaining("is not running, and nothing was posted"),
    });
  });

  it("a service with another token is misconfigured, not the account", async () => {
    const { client } = clientOf(refusing(401, { code: "unauthenticated", message: "No." }));
    await expect(client.startSession(request, signal)).rejects.toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining("BROWSER_TOKEN"),
    });
  });

  it("a full service says when to come back", async () => {
    const full = { code: "rate_limited", message: "All are in use." };
    const { client } = clientOf(refusing(429, full, { "Retry-After": "5" }));
    await expect(client.startSession(request, signal)).rejects.toMatchObject({
      ...full,
      retry: { afterMs: 5000 },
    });
  });
});

describe("a session", () => {
  it.each([
    [502, "platform_changed"],
    [503, "upstream_unavailable"],
    [403, "forbidden"],
    [400, "invalid_input"],
  ])("%s carries the code %s and the sentence", async (status, code) => {
    const { client } = clientOf(started, refusing(status, { code, message: "A sentence." }));
    const driver = await client.startSession(request, signal);
    await expect(driver.observe()).rejects.toMatchObject({ code, message: "A sentence." });
  });

  it.each([
    ["an unknown code", refusing(500, { code: "odd", message: "A sentence." })],
    ["no JSON", () => new Response("<h1>Bad gateway</h1>", { status: 502 })],
  ])("%s is internal, without the words of whoever answered", async (_case, answer) => {
    const { client } = clientOf(started, answer);
    const driver = await client.startSession(request, signal);
    await expect(driver.observe()).rejects.toMatchObject({
      code: "internal",
      message: expect.stringContaining("and no reason"),
    });
  });

  it("a connection that breaks in a step does not claim that nothing was posted", async () => {
    const { client } = clientOf(started, breakOff);
    const driver = await client.startSession(request, signal);
    const click = { action: "click", target: { css: "button" } } as const;
    await expect(driver.act(click)).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringContaining("in the middle of a step. Check on the platform"),
    });
  });

  it("is closed even after its work was stopped", async () => {
    const stopping = new AbortController();
    const { client, calls } = clientOf(started, () => new Response(null, { status: 204 }));
    const driver = await client.startSession(request, stopping.signal);
    stopping.abort();
    await driver.close();
    expect(calls.at(-1)).toMatchObject({ method: "DELETE", path: "/sessions/id" });
  });

  it("a download that grows over its limit, or breaks off, is none", async () => {
    expect(await read(chunks("one", "two"))).toBe("image/png onetwo");
    await expect(read(chunks("one", "two", "x"))).rejects.toMatchObject({ code: "invalid_input" });
    await expect(read(chunks("one", new Error("cut")))).rejects.toMatchObject({
      code: "upstream_unavailable",
    });
  });
});

/** An answer whose body comes in these parts. */
function chunks(...parts: (string | Error)[]): () => Response {
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part instanceof Error) controller.error(part);
      else if (part === undefined) controller.close();
      else controller.enqueue(Buffer.from(part));
    },
  });
  return () => new Response(body, { headers: { "Content-Type": "image/png" } });
}

async function read(answer: () => Response): Promise<string> {
  const driver = await clientOf(started, answer).client.startSession(request, signal);
  const { mime, bytes } = await driver.download("https://fans.example/a", { maxBytes: 6 });
  let text = "";
  for await (const chunk of bytes) text += Buffer.from(chunk).toString();
  return `${mime} ${text}`;
}

function away(): never {
  throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
}

function breakOff(): never {
  throw new TypeError("fetch failed", { cause: { code: "UND_ERR_SOCKET" } });
}

/** Where nothing listens any more. */
async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

describe("profiles", () => {
  it("are listed, and removed by the account's id", async () => {
    const account = "0c8f5a52-5a5e-4b3c-9d57-6a3e2b1f0c11";
    const { client, calls } = clientOf(
      () => Response.json({ accounts: [account] }),
      () => new Response(null, { status: 204 }),
    );
    expect(await client.listProfiles()).toEqual([account]);
    await client.removeProfile(account);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /profiles",
      `DELETE /profiles/${account}`,
    ]);
  });
});

describe("of several services", () => {
  const urls = ["http://one:1", "http://two:1", "http://three:1"];
  const account = "0c8f5a52-5a5e-4b3c-9d57-6a3e2b1f0c11";
  const [home = "", next = ""] = homesOf(urls, account);
  const full = refusing(429, { code: "rate_limited", message: "All are in use." });

  /** A client of services of which those that are not named take sessions, and what was asked where. */
  function clientWith(answers: Record<string, () => Response>) {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const { origin, pathname } = new URL(url instanceof Request ? url.url : url);
      asked.push(`${init?.method} ${origin}${pathname}`);
      const own = answers[origin];
      if (own) return own();
      if (pathname === "/profiles") return Response.json({ accounts: [account] });
      return init?.method === "DELETE" ? new Response(null, { status: 204 }) : started();
    };
    return { asked, client: createBrowserClient({ url: urls, token: "t", fetch }) };
  }

  it("an account has one that it comes back to, and its steps go where its session is", async () => {
    const { client, asked } = clientWith({});
    for (let times = 0; times < 3; times += 1) {
      const driver = await client.startSession({ ...request, account }, signal);
      await driver.close();
      expect(liveViewAddress(urls, driver.id)).toBe(
        `${home.replace("http", "ws")}/sessions/id/live`,
      );
    }
    expect(new Set(asked)).toEqual(
      new Set([`POST ${home}/sessions`, `DELETE ${home}/sessions/id`]),
    );
  });

  it("an account is at another one while its own does not answer", async () => {
    const { client, asked } = clientWith({ [home]: away });
    const driver = await client.startSession({ ...request, account }, signal);
    await driver.close();
    expect(asked).toEqual([
      `POST ${home}/sessions`,
      `POST ${next}/sessions`,
      `DELETE ${next}/sessions/id`,
    ]);
  });

  it("an account waits for a place at its own", async () => {
    const { client, asked } = clientWith({ [home]: full });
    await expect(client.startSession({ ...request, account }, signal)).rejects.toMatchObject({
      code: "rate_limited",
    });
    expect(asked).toHaveLength(1);
  });

  it("a session without an account goes where there is room", async () => {
    const { client } = clientWith({ "http://one:1": full, "http://two:1": away });
    for (let times = 0; times < 10; times += 1) {
      const driver = await client.startSession(request, signal);
      expect(liveViewAddress(urls, driver.id)).toContain("//three:1/");
    }
  });

  it("is said to be full where one is and the others do not answer", async () => {
    const { client } = clientWith({
      "http://one:1": full,
      "http://two:1": away,
      "http://three:1": away,
    });
    await expect(client.startSession(request, signal)).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  it("a wrong token is said and not passed over", async () => {
    const wrong = refusing(401, { code: "unauthenticated", message: "No." });
    const { client, asked } = clientWith({ [home]: wrong });
    await expect(client.startSession({ ...request, account }, signal)).rejects.toMatchObject({
      code: "misconfigured",
    });
    expect(asked).toHaveLength(1);
  });

  it("profiles are those of all that answer, and are removed from all", async () => {
    const { client, asked } = clientWith({ [next]: away });
    expect(await client.listProfiles()).toEqual([account]);
    await expect(client.removeProfile(account)).rejects.toMatchObject({
      code: "upstream_unavailable",
    });
    expect(asked).toContain(`DELETE ${home}/profiles/${account}`);
    const { client: none } = clientWith(Object.fromEntries(urls.map((url) => [url, away])));
    await expect(none.listProfiles()).rejects.toMatchObject({ code: "upstream_unavailable" });
  });
});

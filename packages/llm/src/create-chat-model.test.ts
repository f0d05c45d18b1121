import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createChatModel, type Question } from "./create-chat-model.ts";

const settings = {
  baseUrl: "http://model.example/v1/",
  model: "small",
  apiKey: "key-of-the-tests",
};
const question: Question = {
  system: "Be brief.",
  messages: [{ role: "user", text: "words of a page" }],
  json: { name: "Finding", schema: { type: "object" } },
};

type Sent = { url: string; init: RequestInit };

function modelThat(respond: (sent: Sent) => Response | Promise<Response>, timeoutMs = 5000) {
  const sent: Sent[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const request = { url: new Request(input).url, init };
    sent.push(request);
    return respond(request);
  };
  return { sent, model: createChatModel({ ...settings, timeoutMs, fetch }) };
}

const completion = (content: unknown, rest: object = {}) =>
  Response.json({ choices: [{ finish_reason: "stop", message: { content }, ...rest }] });
const answering = (content: string) => modelThat(() => completion(content)).model;

/** Never answers, and gives up as `fetch` does: at once for a signal that is over already. */
const hanging = ({ init: { signal } }: Sent) =>
  new Promise<Response>((_resolve, reject) => {
    const giveUp = () => reject(signal?.reason);
    if (signal?.aborted) giveUp();
    signal?.addEventListener("abort", giveUp);
  });

describe("a question", () => {
  it("goes to /chat/completions as OpenAI has it, with the key in one header", async () => {
    const { sent, model } = modelThat(() =>
      Response.json({
        choices: [{ message: { content: '{"found":true}' } }],
        usage: { prompt_tokens: 12, completion_tokens: 3 },
      }),
    );
    expect(await model.ask(question)).toEqual({
      text: '{"found":true}',
      value: { found: true },
      inputTokens: 12,
      outputTokens: 3,
    });
    const [{ url, init } = { url: "", init: {} }] = sent;
    expect(url).toBe("http://model.example/v1/chat/completions");
    expect(new Headers(init.headers).get("authorization")).toBe("Bearer key-of-the-tests");
    expect(init.redirect).toBe("error");
    expect(JSON.parse(await new Response(init.body ?? null).text())).toEqual({
      model: "small",
      stream: false,
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "words of a page" },
      ],
      response_format: {
        type: "json_schema",
        json_schema: { name: "Finding", schema: { type: "object" }, strict: true },
      },
    });
  });

  it("without a schema has text for an answer", async () => {
    const { messages } = question;
    expect(await answering("Hello").ask({ messages })).toMatchObject({
      text: "Hello",
      value: undefined,
    });
  });

  it("takes JSON out of a block of Markdown", async () => {
    expect(await answering('```json\n{"a":1}\n```').ask(question)).toMatchObject({
      value: { a: 1 },
    });
  });
});

describe("what goes wrong", () => {
  it.each([
    [401, "misconfigured", "LLM_API_KEY"],
    [403, "misconfigured", "LLM_API_KEY"],
    [404, "misconfigured", 'no language model "small"'],
    [400, "misconfigured", "did not take the request (400)"],
    [500, "upstream_unavailable", "a problem of its own (500)"],
    [503, "upstream_unavailable", "a problem of its own (503)"],
  ])("the status %i is %s", async (status, code, words) => {
    const { model } = modelThat(
      () => new Response("words of a page, key-of-the-tests", { status }),
    );
    const problem = await model.ask(question).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(JSON.stringify(problem)).not.toMatch(/words of a page|key-of-the-tests/);
  });

  it.each([
    ["7", 7000],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
    ["9999999", 86_400_000],
  ])("the pause %j is kept as %i ms", async (pause, afterMs) => {
    const headers = { "Retry-After": pause };
    const { model } = modelThat(() => new Response("", { status: 429, headers }));
    await expect(model.ask(question)).rejects.toMatchObject({
      code: "rate_limited",
      retry: { afterMs },
    });
  });

  it("a pause of unknown length is tried again by the usual delays", async () => {
    const { model } = modelThat(() => new Response("", { status: 429 }));
    await expect(model.ask(question)).rejects.toMatchObject({ retry: "backoff" });
  });

  it.each([
    ["no JSON", () => new Response("<html>")],
    ["JSON of another shape", () => Response.json({ error: "x" })],
    ["no choice", () => Response.json({ choices: [] })],
    ["no text", () => completion(null)],
    ["text where JSON was asked for", () => completion("Here it is: {")],
    ["an answer that was cut off", () => completion('{"a":1}', { finish_reason: "length" })],
  ])("%s can't be used, and nothing is made of it", async (_case, respond) => {
    await expect(modelThat(respond).model.ask(question)).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringContaining("can't be used"),
    });
  });

  it("a model that is away, slow or stopped is said so", async () => {
    const away = modelThat(() => Promise.reject(new TypeError("fetch failed"))).model;
    await expect(away.ask(question)).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringContaining("can't be reached"),
    });
    await expect(modelThat(hanging, 20).model.ask(question)).rejects.toMatchObject({
      message: expect.stringContaining("did not answer in time"),
    });
    const goneMidway = modelThat(() => new Response(brokenOff())).model;
    await expect(goneMidway.ask(question)).rejects.toMatchObject({
      message: expect.stringContaining("can't be reached"),
    });
    const stopping = new AbortController();
    const asked = modelThat(hanging).model.ask(question, stopping.signal);
    stopping.abort();
    await expect(asked).rejects.toMatchObject({ message: expect.stringContaining("stopped") });
  });

  it("is asked once, and leaves no word of the request in the error", async () => {
    const { sent, model } = modelThat(() => new Response("words of a page", { status: 503 }));
    const problem: unknown = await model.ask(question).catch((error: unknown) => error);
    expect(sent).toHaveLength(1);
    expect(inspect(problem, { depth: 9, showHidden: true })).not.toMatch(/words of a page|key-of/);
    const nonsense = await answering("words of a page")
      .ask(question)
      .catch((error: unknown) => error);
    expect(inspect(nonsense, { depth: 9, showHidden: true })).not.toMatch(/words of a page|key-of/);
  });
});

function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (body) => body.error(new TypeError("terminated")) });
}

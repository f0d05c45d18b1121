import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { show } from "../rows/preview-lines.ts";
import { readUpTo } from "./read-up-to.ts";

const mostBytes = 256 * 1024;
const deepest = 64;

export const httpRequest = defineStep({
  name: "http-request",
  description:
    "Asks a server on the internet by https, without cookies, keys or redirects. Answers {status, type, text}, and {value} where it is JSON.",
  input: z
    .strictObject({
      method: z.enum(["GET", "POST"]).default("GET"),
      url: z
        .url({ protocol: /^https$/, error: "is an address that begins with https://" })
        .max(2048)
        .refine((url) => !URL.canParse(url) || new URL(url).username === "", {
          error: "holds no user name",
        }),
      /** Of a POST, sent as JSON. */
      body: z.unknown().optional(),
    })
    .refine(({ method, body }) => method === "POST" || body === undefined, {
      error: "a GET has no body",
    }),
  output: z.strictObject({
    status: z.int(),
    type: z.string(),
    text: z.string(),
    value: z.unknown().optional(),
  }),
  // A GET as well: its address can carry words out of the house, and nobody can call them back.
  effect: "publish",
  timeoutMs: 20_000,
  outlivesStop: true,
  run: async ({ method, url, body }, { tools, signal }) => {
    const answer = await ask(tools.fetch, url, {
      method,
      signal,
      redirect: "error",
      credentials: "omit",
      headers: {
        Accept: "application/json, text/*",
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { text } = answer;
    const type = answer.headers.get("content-type") ?? "";
    const value = /^application\/([\w.-]+\+)?json\b/.test(type) ? parsed(text) : undefined;
    return { status: answer.status, type, text, ...(value !== undefined && { value }) };
  },
  preview: async ({ method, url, body }) => [
    { label: method === "POST" ? "Send to" : "Ask", value: show(url) },
    ...(body === undefined ? [] : [{ label: "What is sent", value: show(body) }]),
  ],
});

/** Throws `upstream_unavailable` where no whole answer came. */
async function ask(fetch: typeof globalThis.fetch, url: string, request: RequestInit) {
  try {
    const answer = await fetch(url, request);
    const text = await readUpTo(answer, mostBytes);
    return { status: answer.status, headers: answer.headers, text };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      "upstream_unavailable",
      unanswered[request.method === "POST" ? "POST" : "GET"],
      {
        retry: "never",
        cause: error,
      },
    );
  }
}

const unanswered = {
  GET: "The server could not be reached, or did not answer to the end. Nothing was read; check the address, or try again later.",
  POST: "The server could not be reached, or did not answer to the end; it may have received this. Look there before you send it again.",
};

function parsed(text: string): unknown {
  if (isDeep(text)) {
    throw new AppError(
      "upstream_unavailable",
      `The server sent JSON that is nested more than ${deepest} levels deep. Nothing was done with it.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(
      "upstream_unavailable",
      "The server said that it sends JSON and sent none. Nothing was done with it.",
      { cause: error },
    );
  }
}

/** Before it is parsed: all that walks through a value goes down with it. */
function isDeep(json: string): boolean {
  let depth = 0;
  for (const [mark] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (mark === "[" || mark === "{") depth += 1;
    if (mark === "]" || mark === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

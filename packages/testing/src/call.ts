import { setTimeout as wait } from "node:timers/promises";
import { stackUnderTest } from "./stack-under-test.ts";

type RawBody = FormData | ReadableStream | Uint8Array<ArrayBuffer> | string;

export type CallOptions = {
  /** Sent as `Authorization: Bearer`. */
  token?: string | undefined;
  /** Sent as JSON; a string, bytes or a form goes as it is. */
  body?: RawBody | object;
  headers?: Record<string, string>;
  /** The address that the request comes from, as our own proxy would vouch for it. */
  from?: string | undefined;
  /** Another base than Directus itself. */
  to?: string;
};

export type Problem = { message: string; extensions?: { code?: string } };

export type Answer = {
  status: number;
  text: string;
  headers: Headers;
  /** `data` of a JSON answer. */
  data: unknown;
  errors: Problem[];
};

const triesUnderPressure = 50;

/** Calls Directus and reads the whole answer. While Directus sheds load it asks again, as clients do. */
export async function call(
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer> {
  const { directusUrl, proxySecret } = stackUnderTest();
  const { token, body, headers, from, to = directusUrl } = options;
  const request: RequestInit = {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(isJson(body) ? { "content-type": "application/json" } : {}),
      ...(from === undefined ? {} : { "x-genie-proxy": proxySecret, "x-forwarded-for": from }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    redirect: "manual",
  };
  for (let tries = 1; ; tries += 1) {
    const answer = await readAnswer(await fetch(`${to}${path}`, request));
    if (!shedsLoad(answer) || tries === triesUnderPressure) return answer;
    await wait(100);
  }
}

const isJson = (body: RawBody | object | undefined): body is object =>
  body !== undefined && !isRaw(body);

const isRaw = (body: RawBody | object): body is RawBody =>
  typeof body === "string" ||
  body instanceof FormData ||
  body instanceof Uint8Array ||
  body instanceof ReadableStream;

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ? parse(text) : {};
  return {
    status: response.status,
    text,
    headers: response.headers,
    data: json.data,
    errors: json.errors ?? [],
  };
}

function parse(text: string): { data?: unknown; errors?: Problem[] } {
  return text === "" ? {} : JSON.parse(text);
}

const shedsLoad = ({ status, text }: Answer) => status === 503 && text.includes("Under pressure");

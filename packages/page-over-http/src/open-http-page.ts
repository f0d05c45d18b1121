import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { Cookie, PageDriver, PageFile, PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { type Cheerio, type CheerioAPI, load } from "cheerio";
import type { Element } from "domhandler";
import { CookieJar } from "tough-cookie";
import { fromJar, intoJar } from "./cookies.ts";
import { findTarget, listElements, requireUsable } from "./find-target.ts";
import { type FilledFile, formData } from "./form-data.ts";
import { extractRows } from "./extract-rows.ts";
import { type Answer, type Ask, createRequester } from "./request.ts";

const timeoutByDefaultMs = 30_000;
const userAgent = "GenieHelper/0.1";

/**
 * A page without a browser: reads HTML, fills in and submits forms over HTTP. For sites that need no
 * script, where thousands of pages are to be opened on a small machine. It has no pictures of pages:
 * `screenshot` throws.
 */
export function openHttpPage(options: {
  /** `host` or `host:port`; nothing else is reached. */
  allowedHosts: readonly string[];
  signal: AbortSignal;
}): PageDriver {
  const jar = new CookieJar();
  const request = createRequester(jar, options.allowedHosts);
  const handedOver = new Map<string, FilledFile>();
  let chosen = new Map<Element, FilledFile[]>();
  let $: CheerioAPI = load("");
  let state: PageState = { url: "about:blank", title: "", status: null, retry_after_ms: null };

  async function open(ask: Omit<Ask, "signal" | "timeoutMs">, timeoutMs = timeoutByDefaultMs) {
    const { url, message } = await request({ ...ask, timeoutMs, signal: options.signal });
    $ = load(await readText(message, url));
    chosen = new Map();
    const retryAfter = Number(message.headers["retry-after"] ?? Number.NaN);
    state = {
      url: url.href,
      title: $("title").first().text(),
      status: message.statusCode ?? null,
      retry_after_ms: Number.isNaN(retryAfter) ? null : Math.max(0, retryAfter * 1000),
    };
    return state;
  }

  async function click(element: Cheerio<Element>, timeoutMs?: number) {
    const href = element.attr("href");
    if (href !== undefined) {
      return open({ method: "GET", url: new URL(href, state.url) }, timeoutMs);
    }
    const form = element.closest("form") as Cheerio<Element>;
    if (form.length === 0) return state;
    const url = new URL(form.attr("action") ?? "", state.url);
    const body = formData($, form, element, (input) => chosen.get(input) ?? []);
    if (form.attr("method")?.toLowerCase() === "post") {
      return open({ method: "POST", url, body }, timeoutMs);
    }
    url.search = new URLSearchParams(body as URLSearchParams).toString();
    return open({ method: "GET", url }, timeoutMs);
  }

  return {
    id: randomUUID(),
    userAgent,
    state: async () => state,
    cookieLogin: async (cookies, url) => {
      for (const cookie of cookies) await intoJar(jar, cookie);
      return open({ method: "GET", url: new URL(url) });
    },
    navigate: (url, { timeoutMs } = {}) => open({ method: "GET", url: new URL(url) }, timeoutMs),
    act: async (step) => {
      if (step.action === "find") {
        requireUsable($, step.target);
        return state;
      }
      const element = findTarget($, step.target);
      if (step.action === "click") return click(element, step.timeout_ms);
      if (step.action === "upload") {
        const [input] = element.toArray();
        if (input) chosen.set(input, step.files.map(fileOf));
      } else if (step.action === "select") {
        element.find("option").removeAttr("selected");
        element.find(`option[value="${step.value}"]`).attr("selected", "");
      } else if (element.is("textarea")) {
        element.text(step.value);
      } else {
        element.attr("value", step.value);
      }
      return state;
    },
    extract: async (wanted) => extractRows($, wanted),
    read: async () => null,
    more: async () => false,
    observe: async () => ({ state, elements: listElements($) }),
    screenshot: async () => {
      throw new AppError("invalid_input", "There is no picture of a page without a browser.");
    },
    cookies: async (): Promise<Cookie[]> => fromJar(jar),
    localStorage: async () => [],
    putFile: async ({ name, mime, bytes }: PageFile) => {
      const handle = randomUUID();
      handedOver.set(handle, { name, mime, bytes: await buffer(bytes()) });
      return handle;
    },
    download: async (url, { maxBytes }) => {
      const { message } = await request({
        method: "GET",
        url: new URL(url),
        timeoutMs: timeoutByDefaultMs,
        signal: options.signal,
      });
      if (message.statusCode !== 200) {
        message.resume();
        throw new AppError("upstream_unavailable", "The file could not be fetched from the site.");
      }
      const mime = message.headers["content-type"] ?? "application/octet-stream";
      return { mime, bytes: atMost(message, maxBytes) };
    },
    close: async () => handedOver.clear(),
  };

  function fileOf(handle: string): FilledFile {
    const file = handedOver.get(handle);
    if (file) return file;
    throw new AppError("not_found", "This file was not handed over to the page.");
  }
}

async function readText(message: Answer["message"], url: URL): Promise<string> {
  try {
    return (await buffer(message)).toString("utf8");
  } catch (cause) {
    throw new AppError(
      "upstream_unavailable",
      `${url.host} broke off its answer. Try again later.`,
      { cause },
    );
  }
}

async function* atMost(source: AsyncIterable<Uint8Array>, maxBytes: number) {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > maxBytes) throw new AppError("invalid_input", "This file is larger than allowed.");
    yield chunk;
  }
}

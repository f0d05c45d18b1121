import type { PageDriver, PageState } from "@genie/browser-client";
import { AppError, messageForPeople } from "@genie/errors";
import type { AdapterContext, OutgoingPost, PreparedPost, SendResult } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { readTime } from "./read-time.ts";
import { whats } from "./meanings.ts";
import { isLogInPage, openSitePage, readAlert } from "./site-page.ts";

const publish = { role: "button", name: "Publish", exact: true } as const;
const visibilities: readonly unknown[] = ["public", "subscribers"];

/** Before the caller gives up, so that he hears what there is to say. */
const answerMs = 1000;
const pauseUnsaidMs = 60_000;
/** For a button on a page whose fields are there already. */
const buttonMs = 1000;
/** For what a form that is opened anew gets over. */
const prepareAgainMs = 1000;

/** Opens the form, fills it in and uploads. Nothing is published by that. */
export async function preparePost(
  context: AdapterContext,
  platform: Platform,
  post: OutgoingPost,
): Promise<PreparedPost> {
  const { visibility } = post.config;
  if (visibility !== undefined && !visibilities.includes(visibility)) {
    throw new AppError(
      "platform_rejected",
      `${platform.name} shows posts to everybody or to subscribers. Choose one of the two; nothing was posted.`,
    );
  }
  const page = await openSitePage(context, platform, `${platform.origin}/compose`);
  const files: string[] = [];
  for (const file of post.files) files.push(await page.putFile(file));
  await page.act({
    action: "fill",
    target: { label: "Caption" },
    what: whats.caption,
    value: post.caption,
  });
  if (typeof visibility === "string") {
    const target = { role: "combobox", name: "Visibility", exact: true };
    await page.act({ action: "select", target, what: whats.visibility, value: visibility });
  }
  if (files.length > 0) {
    const target = { label: "Photos and videos" };
    await page.act({ action: "upload", target, what: whats.files, files });
  }
  // Now, so that at the moment of sending nothing has to be looked for.
  const timeout_ms = buttonMs;
  await page.act({ action: "find", target: publish, what: whats.publish, timeout_ms });
  return { send: () => send(page, platform), picture: () => page.screenshot() };
}

async function send(page: PageDriver, platform: Platform): Promise<SendResult> {
  let state: PageState;
  try {
    const timeout_ms = platform.sendTimeoutMs - answerMs;
    state = await page.act({ action: "click", target: publish, navigates: true, timeout_ms });
  } catch (error) {
    // The one failure that comes before the click.
    if (error instanceof AppError && error.code === "platform_changed") {
      return { kind: "refused", sentence: messageForPeople(error), retryAfterMs: null };
    }
    return unknown(platform);
  }
  try {
    const result = readSendResult(platform, state);
    return await withDetails(page, result);
  } catch {
    return unknown(platform);
  }
}

/** What the page that came after sending means. */
export function readSendResult(platform: Platform, state: PageState): SendResult {
  const { name, origin } = platform;
  const url = new URL(state.url);
  const [, platformPostId] = /^\/posts\/(\d+)$/.exec(url.pathname) ?? [];
  if (url.origin === origin && platformPostId !== undefined) {
    const permalink = `${origin}${url.pathname}`;
    return { kind: "published", platformPostId, permalink, publishedAt: null };
  }
  if (isLogInPage(state)) {
    const sentence = `The session on ${name} ended before the post was sent. It was not posted; it is sent again after signing in.`;
    return { kind: "refused", sentence, retryAfterMs: prepareAgainMs };
  }
  if (state.status === 422 || state.status === 413) {
    return { kind: "refused", sentence: `${name} did not take the post.`, retryAfterMs: null };
  }
  if (state.status === 403) {
    const sentence = `The form of ${name} had expired. The post was not posted; it is sent again.`;
    return { kind: "refused", sentence, retryAfterMs: prepareAgainMs };
  }
  if (state.status === 429) {
    const retryAfterMs = state.retry_after_ms ?? pauseUnsaidMs;
    const sentence = `${name} wants a pause. The post was not posted; it is sent again afterwards.`;
    return { kind: "refused", sentence, retryAfterMs, holdsAccount: true };
  }
  return unknown(platform);
}

/** Adds the page's own words, and the time that it gives. Without them the result is the same. */
async function withDetails(page: PageDriver, result: SendResult): Promise<SendResult> {
  try {
    if (result.kind === "published") {
      return { ...result, publishedAt: await readPublishedAt(page) };
    }
    if (result.kind === "refused" && result.retryAfterMs === null) {
      const alert = await readAlert(page);
      return alert === ""
        ? result
        : { ...result, sentence: `${result.sentence} It says: ${alert}` };
    }
    return result;
  } catch {
    return result;
  }
}

async function readPublishedAt(page: PageDriver): Promise<Date | null> {
  const times = await page.extract({
    rows: "main time",
    fields: { at: { css: "", attribute: "datetime" } },
  });
  const at = times.length === 1 ? times[0]?.["at"] : null;
  return typeof at === "string" ? readTime(at) : null;
}

function unknown({ name }: Platform): SendResult {
  const sentence = `${name} did not say whether it took the post. It is looked up before anything is sent again.`;
  return { kind: "unknown", sentence };
}

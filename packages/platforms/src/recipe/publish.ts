import type { PageDriver, PageState } from "@genie/browser-client";
import { AppError, messageForPeople } from "@genie/errors";
import type { AdapterContext, OutgoingPost, PreparedPost, SendResult } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import { isLogInPage, openSitePage, readAlert } from "./site-page.ts";
import type { Control, Site } from "./site.ts";

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
  site: Site,
  post: OutgoingPost,
): Promise<PreparedPost> {
  const { platform, compose } = site;
  const visibility = chosenVisibility(site, post);
  const page = await openSitePage(context, site, `${platform.origin}${compose.path}`);
  const files: string[] = [];
  for (const file of post.files) files.push(await page.putFile(file));
  await page.act({ action: "fill", ...compose.caption, value: post.caption });
  if (visibility !== null) await page.act({ action: "select", ...visibility });
  if (files.length > 0) await page.act({ action: "upload", ...compose.files, files });
  // Now, so that at the moment of sending nothing has to be looked for.
  const patienceMs = files.length > 0 ? compose.uploadMs : 0;
  await untilUsable(page, compose.publish, patienceMs, context.signal);
  return { send: () => send(page, site), picture: () => page.screenshot() };
}

/** Null where the site has none, or the post says nothing of it. */
function chosenVisibility(
  { platform, compose }: Site,
  { config }: OutgoingPost,
): (Control & { value: string }) | null {
  const value = config["visibility"];
  if (compose.visibility === null || value === undefined) return null;
  const { values, ...control } = compose.visibility;
  if (typeof value === "string" && values.includes(value)) return { ...control, value };
  throw new AppError(
    "platform_rejected",
    `${platform.name} shows posts to everybody or to subscribers. Choose one of the two; nothing was posted.`,
  );
}

/** A button may be off until all is uploaded. Throws `platform_changed` when it stays so. */
async function untilUsable(
  page: PageDriver,
  control: Control,
  patienceMs: number,
  signal: AbortSignal,
): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      await page.act({ action: "find", ...control, timeout_ms: buttonMs });
      return;
    } catch (error) {
      const isOff = error instanceof AppError && error.code === "platform_changed";
      if (!isOff || performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, buttonMs));
    signal.throwIfAborted();
  }
}

async function send(page: PageDriver, site: Site): Promise<SendResult> {
  const { platform, compose } = site;
  let state: PageState;
  try {
    const timeout_ms = platform.sendTimeoutMs - answerMs;
    state = await page.act({
      action: "click",
      target: compose.publish.target,
      navigates: true,
      timeout_ms,
    });
  } catch (error) {
    // The one failure that comes before the click.
    if (error instanceof AppError && error.code === "platform_changed") {
      return { kind: "refused", sentence: messageForPeople(error), retryAfterMs: null };
    }
    return unknown(platform);
  }
  try {
    return await withDetails(page, site, readSendResult(site, state));
  } catch {
    return unknown(platform);
  }
}

/** What the page that came after sending means. */
export function readSendResult(site: Site, state: PageState): SendResult {
  const { name, origin } = site.platform;
  const url = new URL(state.url);
  const [, platformPostId] = site.links.post.exec(url.pathname) ?? [];
  if (url.origin === origin && platformPostId !== undefined) {
    const permalink = `${origin}${url.pathname}`;
    return { kind: "published", platformPostId, permalink, publishedAt: null };
  }
  if (isLogInPage(site, state)) {
    const sentence = `The session on ${name} ended before the post was sent. It was not posted.`;
    return { kind: "refused", sentence, retryAfterMs: prepareAgainMs };
  }
  if (state.status === 422 || state.status === 413) {
    return { kind: "refused", sentence: `${name} did not take the post.`, retryAfterMs: null };
  }
  if (state.status === 403) {
    const sentence = `The form of ${name} had expired. The post was not posted.`;
    return { kind: "refused", sentence, retryAfterMs: prepareAgainMs };
  }
  if (state.status === 429) {
    const retryAfterMs = state.retry_after_ms ?? pauseUnsaidMs;
    const sentence = `${name} wants a pause. The post was not posted.`;
    return { kind: "refused", sentence, retryAfterMs, holdsAccount: true };
  }
  return unknown(site.platform);
}

/** Adds the page's own words, and the time that it gives. Without them the result is the same. */
async function withDetails(page: PageDriver, site: Site, result: SendResult): Promise<SendResult> {
  try {
    if (result.kind === "published") {
      return { ...result, publishedAt: (await site.markup?.publishedAt(page)) ?? null };
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

function unknown({ name }: Platform): SendResult {
  const sentence = `${name} did not say whether it took the post. It is looked up before anything is sent again.`;
  return { kind: "unknown", sentence };
}

import { type Cookie, createBrowserClient, type PageDriver } from "@genie/browser-client";
import { stackUnderTest } from "@genie/testing";
import { startScriptedModel, type ScriptedModel } from "@genie/scripted-model";
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlatformFan } from "../adapter.ts";
import type { OpenContext } from "../testing/platform-under-test.ts";
import {
  arm,
  createAccount,
  listAdminPosts,
  openContext,
  password,
  picture,
  sandboxUnderTest,
} from "../testing/sandbox-under-test.ts";
import { lookingFor, outgoing } from "../testing/outgoing.ts";
import { type BrowserUnderTest, startBrowser } from "../testing/start-browser.ts";
import { sandboxAdapter } from "./index.ts";

const { fansOf } = await sandboxUnderTest();
const adapter = sandboxAdapter(stackUnderTest().sandboxUrl);
const { origin, hosts } = adapter.platform;
const caption = "Written for the tests:\nnobody else should read it";
const key = "key-of-the-model-0123456789";
const changed = expect.objectContaining({ code: "platform_changed" });

/** Pages of an account, and the next log-in page, after a redesign that nobody has seen before. */
async function redesign(username: string): Promise<number> {
  const seed = randomInt(1_000_000_000);
  await arm({ kind: "shuffled_markup", seed }, username);
  // Nobody is signed in on the log-in page, so its markup is everybody's.
  await arm({ kind: "shuffled_markup", seed, times: 1 });
  return seed;
}

const post = () =>
  outgoing({ caption, files: [picture(1), picture(2)], config: { visibility: "subscribers" } });

describe("with a language model", () => {
  let model: ScriptedModel;
  let browser: BrowserUnderTest;
  let account: Awaited<ReturnType<typeof createAccount>>;
  let context: OpenContext;
  const helped: string[] = [];

  const open = (username: string): OpenContext => {
    const { signal } = new AbortController();
    const client = createBrowserClient({ url: browser.url, token: browser.token });
    let page: Promise<PageDriver> | null = null;
    return {
      username,
      cookies: [],
      signal,
      fetch: globalThis.fetch,
      openPage() {
        page ??= client.startSession({ allowed_hosts: [...hosts] }, signal, ({ step }) => {
          helped.push(step);
        });
        return page;
      },
      async close() {
        await (await page)?.close();
      },
    };
  };

  beforeAll(async () => {
    model = await startScriptedModel();
    browser = await startBrowser({ url: model.url, model: model.model, key });
    account = await createAccount(45);
    const seed = await redesign(account.username);
    process.stdout.write(`The markup of this run has the seed ${seed}.\n`);
    context = open(account.username);
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
    await model.close();
  });

  it("signs in, and takes the session up again", async () => {
    const signedIn = await adapter.logIn(context, account.credentials);
    expect(signedIn).toMatchObject({ kind: "signed_in" });
    expect(helped).toEqual(["act", "act", "act", "read"]);
    const other = open(account.username);
    const cookies: Cookie[] = await (await context.openPage()).cookies();
    expect(await adapter.resumeSession(other, cookies)).toBe("active");
    await other.close();
  });

  it("reads the figures and every post, as the platform has them", async () => {
    expect(await adapter.scrapeProfile(context)).toMatchObject({ posts: 45, currency: "USD" });
    const listed = [];
    for await (const posts of adapter.listPosts(context)) listed.push(...posts);
    const there = (await listAdminPosts(account.username)).toReversed();
    expect(
      listed.map(({ platformPostId, caption: words, tags, publishedAt, permalink, media }) => ({
        id: platformPostId,
        caption: words,
        tags,
        published_at: publishedAt.getTime(),
        permalink,
        media: media.map(({ kind, url }) => ({ kind, href: url })),
      })),
    ).toEqual(
      there.map(({ id, caption: words, tags, published_at, permalink, media }) => ({
        id,
        caption: words,
        tags,
        published_at,
        permalink: origin + permalink,
        media: media.map(({ kind, href }) => ({ kind, href: origin + href })),
      })),
    );
    const likes = listed.reduce((sum, { likes: own }) => sum + (own ?? 0), 0);
    expect(likes).toBeGreaterThan(0);
  });

  it("reads every fan, as the platform has them", async () => {
    const listed: PlatformFan[] = [];
    for await (const fans of adapter.listFans?.(context) ?? []) listed.push(...fans);
    expect(listed).toHaveLength(60);
    expect(listed).toEqual(await fansOf?.(account.username));
  });

  it("publishes once, with media, asking nothing at the moment of sending, and finds it", async () => {
    const before = await listAdminPosts(account.username);
    const sentAt = new Date();
    const prepared = await adapter.preparePost(context, post());
    const asked = model.requests.length;
    const sent = await prepared.send();
    expect(model.requests).toHaveLength(asked);
    const there = await listAdminPosts(account.username);
    expect(there).toHaveLength(before.length + 1);
    const mine = there.find(({ caption: words }) => words === caption);
    expect(mine).toMatchObject({ visibility: "subscribers", media: [{}, {}] });
    expect(sent).toMatchObject({ kind: "published", platformPostId: mine?.id });
    const lookUp = lookingFor({ caption, fileCount: 2, sentAt });
    expect(await adapter.findPublished(context, lookUp)).toMatchObject({
      platformPostId: mine?.id,
      publishedAt: new Date(mine?.published_at ?? 0),
    });
  });

  it("does not say that a post is not there while one may be it", async () => {
    const sentAt = new Date();
    const sent = await (await adapter.preparePost(context, post())).send();
    expect(sent).toMatchObject({ kind: "published" });
    const other = lookingFor({ fileCount: 2, sentAt, caption: "Something else" });
    await expect(adapter.findPublished(context, other)).rejects.toEqual(changed);
    const knownPostIds = (await listAdminPosts(account.username)).map(({ id }) => id);
    expect(await adapter.findPublished(context, { ...other, knownPostIds })).toBeNull();
  });

  it("finds what it knows without asking again", async () => {
    const asked = model.requests.length;
    await (await adapter.preparePost(context, post())).send();
    expect(model.requests).toHaveLength(asked);
  });

  it.each([
    ["wrong", "platform_changed"],
    ["absent", "platform_changed"],
    ["nonsense", "upstream_unavailable"],
    ["refuses", "misconfigured"],
    ["pauses", "rate_limited"],
  ] as const)("a model that is %s is a sentence, and nothing is done", async (behaviour, code) => {
    const { username, credentials } = await createAccount(1);
    await redesign(username);
    const mine = open(username);
    await adapter.logIn(mine, credentials);
    const before = await listAdminPosts(username);
    model.behave(behaviour);
    const problem = expect.objectContaining({ code, message: expect.stringContaining("othing") });
    try {
      await expect(adapter.scrapeProfile(mine)).rejects.toEqual(problem);
      await expect(adapter.listPosts(mine)[Symbol.asyncIterator]().next()).rejects.toEqual(problem);
    } finally {
      model.behave("fit");
      await mine.close();
    }
    expect(await listAdminPosts(username)).toEqual(before);
  });

  it("no password, cookie, caption or key is in a request to the model or in a log", async () => {
    const cookies = await (await context.openPage()).cookies();
    const requests = model.requests.map(({ body }) => body).join("\n");
    expect(model.requests.length).toBeGreaterThan(10);
    const secrets = [password, key, browser.token, ...cookies.map(({ value }) => value)];
    expect(cookies.map(({ name }) => name)).toContain("sandbox_session");
    for (const secret of secrets) {
      expect(requests).not.toContain(secret);
      expect(browser.log()).not.toContain(secret);
    }
    const typed = caption.split("\n");
    for (const words of typed) expect(browser.log()).not.toContain(words);
    expect(browser.log()).toContain("the model was asked");
    expect(model.requests.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(
      true,
    );
  });
});

describe("without a language model", () => {
  it("the same is platform_changed, and nothing is half-done", async () => {
    const { username, credentials } = await createAccount(3);
    const context = openContext(hosts, username);
    await adapter.logIn(context, credentials);
    await redesign(username);
    const before = await listAdminPosts(username);
    await expect(adapter.scrapeProfile(context)).rejects.toEqual(changed);
    await expect(adapter.listPosts(context)[Symbol.asyncIterator]().next()).rejects.toEqual(
      changed,
    );
    await expect(adapter.listFans?.(context)[Symbol.asyncIterator]().next()).rejects.toEqual(
      changed,
    );
    await expect(adapter.preparePost(context, post())).rejects.toEqual(changed);
    const cookies = await (await context.openPage()).cookies();
    await expect(adapter.resumeSession(context, cookies)).rejects.toEqual(changed);
    expect(await listAdminPosts(username)).toEqual(before);
    const other = openContext(hosts, username);
    await expect(adapter.logIn(other, credentials)).rejects.toEqual(changed);
    await Promise.all([context.close(), other.close()]);
  });
});

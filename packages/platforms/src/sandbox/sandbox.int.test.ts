import type { Cookie } from "@genie/browser-client";
import { isWhole, partOf, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AdapterContext, PlatformFan, PlatformPost, SendResult } from "../adapter.ts";
import { describeAdapter } from "../conformance.ts";
import type { OpenContext } from "../testing/platform-under-test.ts";
import {
  arm,
  createAccount,
  listAdminPosts,
  openContext,
  picture,
  sandboxUnderTest,
} from "../testing/sandbox-under-test.ts";
import { lookingFor, outgoing } from "../testing/outgoing.ts";
import { sandboxAdapter } from "./index.ts";
import { readMoney } from "../recipe/amounts.ts";

describeAdapter("the sandbox", "lookup", sandboxUnderTest);

const adapter = sandboxAdapter(stackUnderTest().sandboxUrl);
const { origin, hosts } = adapter.platform;
async function listAll(context: AdapterContext): Promise<PlatformPost[]> {
  const all: PlatformPost[] = [];
  for await (const posts of adapter.listPosts(context)) all.push(...posts);
  return all;
}

async function listFans(context: AdapterContext): Promise<PlatformFan[]> {
  const all: PlatformFan[] = [];
  for await (const fans of adapter.listFans?.(context) ?? []) all.push(...fans);
  return all;
}

/** Several pages of them. */
const postCount = isWhole() ? 230 : 60;

describe(`an account with ${postCount} posts`, () => {
  let username: string;
  let context: OpenContext;
  let cookies: Cookie[];

  beforeAll(async () => {
    const account = await createAccount(postCount);
    ({ username } = account);
    context = openContext(hosts, username);
    await adapter.logIn(context, account.credentials);
    cookies = await (await context.openPage()).cookies();
  });
  afterAll(() => context.close());

  it("is listed whole, newest first, as the platform has it", async () => {
    const listed = await listAll(context);
    const there = (await listAdminPosts(username)).toReversed();
    expect(listed).toHaveLength(postCount);
    expect(
      listed.map(({ platformPostId, caption, tags, publishedAt, permalink, media }) => ({
        id: platformPostId,
        caption,
        tags,
        published_at: publishedAt.getTime(),
        permalink,
        media: media.map(({ kind, url }) => ({ kind, href: url })),
      })),
    ).toEqual(
      there.map(({ id, caption, tags, published_at, permalink, media }) => ({
        id,
        caption,
        tags,
        published_at,
        permalink: origin + permalink,
        media: media.map(({ kind, href }) => ({ kind, href: origin + href })),
      })),
    );
    const kinds = new Set(listed.flatMap(({ media }) => media.map(({ kind }) => kind)));
    expect(kinds.has("image")).toBe(true);
    const images = listed.flatMap(({ media }) => media.filter(({ kind }) => kind === "image"));
    expect(images.every(({ width, height }) => width !== null && height !== null)).toBe(true);
  });

  it("has the figures that follow from its posts and fans", async () => {
    // Figures grow every ten minutes; what was read on both sides of that moment does not add up.
    await expect
      .poll(
        async () => {
          const figures = await adapter.scrapeProfile(context);
          const posts = await listAll(context);
          const likes = posts.reduce((sum, post) => sum + (post.likes ?? 0), 0);
          const cents = posts.reduce((sum, post) => sum + centsOf(post.earnings), 0);
          const page = await context.openPage();
          await page.navigate(`${origin}/fans`);
          const [fans] = await page.extract({ rows: "main", fields: { all: { css: "p" } } });
          const [, spent] = /have spent (\S+)\.$/.exec(String(fans?.["all"])) ?? [];
          return {
            posts: figures.posts === posts.length,
            likes: figures.likes === likes,
            earnings:
              centsOf(figures.earnings) === cents + centsOf(readMoney(spent)?.amount ?? null),
            followers: (figures.followers ?? 0) > 2000,
            currency: figures.currency,
          };
        },
        { timeout: 60_000, interval: 100 },
      )
      .toEqual({ posts: true, likes: true, earnings: true, followers: true, currency: "USD" });
  });

  it("a post that appears while it is listed moves nothing out of it", async () => {
    const there = await listAdminPosts(username);
    const other = openContext(hosts, username);
    await adapter.resumeSession(other, cookies);
    const ids: string[] = [];
    let sent: SendResult | null = null;
    for await (const posts of adapter.listPosts(context)) {
      sent ??= await (await adapter.preparePost(other, outgoing({ caption: "In between" }))).send();
      ids.push(...posts.map(({ platformPostId }) => platformPostId));
    }
    expect(sent).toMatchObject({ kind: "published" });
    await other.close();
    expect(ids).toEqual(there.map(({ id }) => id).toReversed());
  });
});

it.each(partOf(["table", "cards"], 2))("reads the same in the markup %s", async (skin) => {
  const { username, credentials } = await createAccount(45);
  const context = openContext(hosts, username);
  await adapter.logIn(context, credentials);
  const before = await listAll(context);
  const fansBefore = await listFans(context);
  const figures = await adapter.scrapeProfile(context);
  await arm({ kind: "skin", skin }, username);
  const shown = await listAll(context);
  const fans = await listFans(context);
  expect(fans).toHaveLength(60);
  expect(fans).toEqual(fansBefore);
  expect(before).toHaveLength(45);
  expect(lasting(shown)).toEqual(lasting(before));
  const again = await adapter.scrapeProfile(context);
  expect(again).toMatchObject({ displayName: figures.displayName, posts: 45 });
  expect(again.likes).toBeGreaterThanOrEqual(figures.likes ?? 0);
  await context.close();
});

/** What does not grow, and what a table shows too: it has no sizes of pictures. */
function lasting(posts: PlatformPost[]) {
  return posts.map(({ likes, comments, views, earnings, media, ...rest }) => ({
    ...rest,
    missing: [likes, comments, views, earnings].map((figure) => figure === null),
    media: media.map(({ kind, url }) => ({ kind, url })),
  }));
}

describe.each(partOf(["cards", "classic", "table"], 3))("in the markup %s", (skin) => {
  it("signs in, publishes with media for subscribers, and finds it", async () => {
    const { username, credentials } = await createAccount(0);
    await arm({ kind: "skin", skin }, username);
    // Nobody is signed in on the log-in page, so its markup is everybody's.
    await arm({ kind: "skin", skin, times: 1 });
    const context = openContext(hosts, username);
    await adapter.logIn(context, credentials);
    const caption = `In ${skin}`;
    const sentAt = new Date();
    const prepared = await adapter.preparePost(
      context,
      outgoing({
        caption,
        files: [picture(1), picture(2)],
        config: { visibility: "subscribers", unknown: 1 },
      }),
    );
    const result = await prepared.send();
    const [there, ...others] = await listAdminPosts(username);
    expect(others).toEqual([]);
    expect(there).toMatchObject({ caption, visibility: "subscribers", media: [{}, {}] });
    const published = {
      platformPostId: there?.id,
      permalink: origin + there?.permalink,
      publishedAt: new Date(there?.published_at ?? 0),
    };
    expect(result).toEqual({ kind: "published", ...published });
    const lookUp = lookingFor({ caption, fileCount: 2, sentAt });
    expect(await adapter.findPublished(context, lookUp)).toEqual(published);
    await context.close();
  });
});

describe("an account", () => {
  it("of somebody else is not taken for the one that was meant", async () => {
    const { credentials } = await createAccount(0);
    const context = openContext(hosts, "somebody");
    await expect(adapter.logIn(context, credentials)).rejects.toMatchObject({
      code: "reconnect_required",
      message: expect.stringContaining("and not @somebody"),
    });
    await context.close();
  });

  it("with no posts is an empty list", async () => {
    const { username, credentials } = await createAccount(0);
    const context = openContext(hosts, username);
    await adapter.logIn(context, credentials);
    expect(await listAll(context)).toEqual([]);
    await context.close();
  });

  it("a visibility that the site does not have posts nothing", async () => {
    const { username, credentials } = await createAccount(0);
    const context = openContext(hosts, username);
    await adapter.logIn(context, credentials);
    const config = { visibility: "friends" };
    await expect(
      adapter.preparePost(context, outgoing({ caption: "For friends", config })),
    ).rejects.toMatchObject({ code: "platform_rejected" });
    expect(await listAdminPosts(username)).toEqual([]);
    await context.close();
  });
});

function centsOf(amount: string | null): number {
  return amount === null ? 0 : Math.round(Number(amount) * 100);
}

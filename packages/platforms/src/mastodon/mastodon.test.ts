import { Fault } from "@genie/fault-proxy";
import { afterEach, describe, expect, it } from "vitest";
import { limitsOf } from "../account-limits.ts";
import { checkPost } from "../check-post.ts";
import { describeAdapter } from "../conformance.ts";
import type { SendResult } from "../adapter.ts";
import { mastodonUnderTest } from "../testing/mastodon-under-test.ts";
import { lookingFor, outgoing } from "../testing/outgoing.ts";

const servers: AsyncDisposable[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

describeAdapter(
  "Mastodon",
  "idempotent",
  async () => {
    const mastodon = await mastodonUnderTest();
    servers.push(mastodon);
    return mastodon;
  },
  [],
);

/** An account on a server of its own, signed in. */
async function signIn() {
  const mastodon = await mastodonUnderTest();
  const { adapter, createAccount, openContext } = mastodon;
  const { username, credentials } = await createAccount();
  const opened = openContext(username);
  const result = await adapter.logIn(opened, credentials);
  if (result.kind !== "signed_in") throw new Error(result.sentence);
  const context = { ...opened, cookies: result.cookies };
  const publish = async (post: Parameters<typeof outgoing>[0]) =>
    (await adapter.preparePost(context, outgoing(post))).send();
  return { ...mastodon, username, credentials, context, publish };
}

function published(result: SendResult) {
  if (result.kind === "published") return result;
  throw new Error(`Sending was ${result.kind}: ${result.sentence}`);
}

describe("an account", () => {
  it("is named with its server, however it is written, and a token that is another's is refused", async () => {
    await using mastodon = await signIn();
    const { adapter, createAccount, openContext, username, credentials } = mastodon;
    const { platform } = adapter;
    const written = { username: ` @${username.toUpperCase()} `, token: " t " };
    expect(platform.credentials.parse(written)).toEqual({ username, token: "t" });
    const wrong = platform.credentials.safeParse({ username: "name", token: "t" });
    expect(wrong.error?.issues[0]?.message).toContain("with its server");
    expect(platform.profileUrl("@Name@Fans.example")).toBe("https://fans.example/@name");
    expect(platform.profileUrl("name")).toBe("https://joinmastodon.org");
    expect(platform.profileUrl(username)).toBe(`${mastodon.proxy.url}/@${username.split("@")[0]}`);
    const other = await createAccount();
    const attempt = adapter.logIn(openContext(other.username), credentials);
    await expect(attempt).rejects.toMatchObject({ code: "reconnect_required" });
    await expect(attempt).rejects.not.toThrow(credentials["token"]);
  });

  it.each(["name@127.0.0.1:4999", "name@10.0.0.1", "name@169.254.169.254"])(
    "of %s is not reached, as it is inside",
    async (username) => {
      await using mastodon = await mastodonUnderTest();
      const context = mastodon.openContext(username);
      const attempt = mastodon.adapter.logIn(context, { username, token: "t" });
      await expect(attempt).rejects.toMatchObject({ name: "AppError", code: "forbidden" });
    },
  );

  it("has figures, and the posts of all pages with captions as they were written, and their files", async () => {
    await using mastodon = await signIn();
    const { adapter, context, publish, files } = mastodon;
    const captions = [
      `First <b>&amp;</b> "it's"\n\nhttps://www.example.com/a/long/way/to/go?a=1&b=2#c #tag @b@far.example`,
      ...Array.from({ length: 41 }, (_, index) => `Post ${index}`),
    ];
    for (const caption of captions) published(await publish({ caption }));
    published(await publish({ caption: "", files: files(1) }));
    const listed = [];
    for await (const posts of adapter.listPosts(context)) listed.push(...posts);
    expect(listed.map(({ caption }) => caption)).toEqual([...captions, ""].toReversed());
    expect(listed.at(-1)?.tags).toEqual(["tag"]);
    expect(await adapter.scrapeProfile(context)).toMatchObject({ posts: 43, followers: 12 });
    const [medium] = listed[0]?.media ?? [];
    if (medium === undefined) throw new Error("There is no file.");
    expect(medium).toMatchObject({ kind: "image", width: 1, height: 1 });
    const parts = [];
    for await (const part of (await adapter.openMedia?.(context, medium)) ?? []) parts.push(part);
    expect(Buffer.concat(parts).length).toBe(files(1)[0]?.sizeBytes);
  });

  it("sends its token to no server but the one that it is of", async () => {
    await using mastodon = await signIn();
    const { adapter, context } = mastodon;
    const ofAnother = context.cookies.map((cookie) => ({ ...cookie, domain: "elsewhere.example" }));
    expect(await adapter.resumeSession(context, [...context.cookies])).toBe("active");
    expect(await adapter.resumeSession(context, ofAnother)).toBe("expired");
  });

  it("is told in sentences what its token may not do any more", async () => {
    await using mastodon = await signIn();
    const { adapter, context, username, bring } = mastodon;
    await bring("session_ended", username);
    expect(await adapter.resumeSession(context, [...context.cookies])).toBe("expired");
    await expect(adapter.preparePost(context, outgoing({ files: mastodon.files(1) })))
      .rejects //
      .toMatchObject({ code: "reconnect_required", message: expect.stringMatching(/token.+\.$/) });
  });
});

describe("what the server takes", () => {
  it("is read from it, and a post that only this server takes is taken", async () => {
    await using mastodon = await signIn();
    const { adapter, context, publish, files, change } = mastodon;
    await change({ max_characters: 2000, max_media_attachments: 8, image_size_limit: 5000 });
    const own = await adapter.readLimits?.(context);
    const limits = limitsOf(adapter.platform, own);
    expect([limits.caption.most, limits.mediaCount, limits.media.image?.maxBytes]).toEqual([
      2000, 8, 5000,
    ]);
    const post = { caption: "🌅".repeat(2000), files: files(8), rating: "general" } as const;
    expect(checkPost(adapter.platform, post)).toHaveLength(2);
    expect(checkPost({ name: "Mastodon", limits }, post)).toEqual([]);
    published(await publish({ caption: post.caption, files: files(8) }));
    const [file] = files(1);
    if (file === undefined) throw new Error("There is no file.");
    await change({ image_size_limit: 10 });
    const attempt = adapter.preparePost(context, outgoing({ files: [file] }));
    await expect(attempt).rejects.toMatchObject({
      code: "platform_rejected",
      message: expect.stringContaining("file size must be less than"),
    });
  });

  it("refuses a text with its own words, and for good", async () => {
    await using mastodon = await signIn();
    expect(await mastodon.publish({ caption: "x".repeat(501) })).toMatchObject({
      kind: "refused",
      sentence: expect.stringContaining("Text character limit of 500 exceeded"),
      retryAfterMs: null,
    });
  });

  it("comes with its description, warning, rating and audience, once it is processed", async () => {
    await using mastodon = await signIn();
    const { publish, files, change, username, statusesOf } = mastodon;
    await change({ image_processing_for: 2 });
    const config = { visibility: "unlisted", content_warning: "Bare" };
    const described = files(1).map((file) => ({ ...file, altText: "A wall" }));
    published(await publish({ caption: "A", files: described, config }));
    published(await publish({ caption: "B", rating: "nudity" }));
    published(await publish({ caption: "C" }));
    expect(await statusesOf(username)).toMatchObject([
      { text: "C", sensitive: false, visibility: "public", spoiler_text: "" },
      { text: "B", sensitive: true },
      {
        text: "A",
        sensitive: true,
        visibility: "unlisted",
        spoiler_text: "Bare",
        media: [{ description: "A wall" }],
      },
    ]);
    await expect(publish({ config: { visibility: "direct" } })).rejects.toMatchObject({
      code: "platform_rejected",
    });
  });
});

describe("a post", () => {
  it("whose upload is cut off is not posted, and can be tried again", async () => {
    await using mastodon = await signIn();
    const { adapter, context, files, proxy, username, publishedBy, publish } = mastodon;
    proxy.arm(Fault.parse({ kind: "reset_in_upload", path: "/api/v2/media" }));
    const attempt = adapter.preparePost(context, outgoing({ files: files(2) }));
    await expect(attempt).rejects.toMatchObject({ code: "upstream_unavailable" });
    expect(await publishedBy(username)).toEqual([]);
    published(await publish({ files: files(2) }));
  });

  it("that is sent again with its key is there once", async () => {
    await using mastodon = await signIn();
    const { publish, username, publishedBy } = mastodon;
    const post = outgoing({ caption: "Once" });
    const first = published(await publish(post));
    expect(published(await publish(post)).platformPostId).toBe(first.platformPostId);
    expect(await publishedBy(username)).toHaveLength(1);
  });

  it("is found by what the server shows of it, and nothing else is", async () => {
    await using mastodon = await signIn();
    const { adapter, context, publish, files } = mastodon;
    const caption = ` One\r\n\r\n\r\n\r\n<i>Two</i> @b@far.example https://a.example/${"x".repeat(40)} `;
    const sentAt = new Date();
    const { platformPostId, permalink } = published(await publish({ caption, files: files(2) }));
    const lookUp = lookingFor({ caption, fileCount: 2, sentAt });
    const found = await adapter.findPublished?.(context, lookUp);
    expect(found).toMatchObject({ platformPostId, permalink });
    for (const other of [
      { caption: "One" },
      { fileCount: 1 },
      { knownPostIds: [platformPostId] },
    ]) {
      expect(await adapter.findPublished?.(context, { ...lookUp, ...other })).toBeNull();
    }
  });

  it("is deleted, and deleting it again changes nothing", async () => {
    await using mastodon = await signIn();
    const { adapter, context, publish, username, publishedBy } = mastodon;
    const { platformPostId, permalink } = published(await publish({ caption: "Gone" }));
    await adapter.deletePost?.(context, platformPostId);
    await adapter.deletePost?.(context, platformPostId);
    expect(await publishedBy(username)).toEqual([]);
    expect(await adapter.isLive?.(context, { platformPostId, permalink })).toBe(false);
  });

  it("whose first request is slow is found once it is there; a repeat meanwhile would make two", async () => {
    await using mastodon = await signIn();
    const { adapter, context, username, publishedBy, change, publish } = mastodon;
    await change({ status_ms: 300 });
    const givenUp = async (caption: string) => {
      const stopping = new AbortController();
      const post = outgoing({ caption });
      const left = { ...context, signal: stopping.signal };
      const prepared = await adapter.preparePost(left, post);
      const sent = prepared.send();
      setTimeout(() => stopping.abort(), 100);
      expect(await sent).toMatchObject({ kind: "unknown" });
      return post;
    };
    const sentAt = new Date();
    const post = await givenUp("Slow");
    const lookUp = lookingFor({ ...post, fileCount: 0, sentAt });
    await expect.poll(() => adapter.findPublished?.(context, lookUp)).not.toBeNull();
    expect(await publishedBy(username)).toHaveLength(1);
    published(await publish(await givenUp("Repeated")));
    await expect.poll(() => publishedBy(username)).toHaveLength(3);
  });

  it("is sent again only once its server has ended the first request, and while it knows the key", async () => {
    await using mastodon = await mastodonUnderTest();
    const { settleMs, sendTimeoutMs, keyWindowMs = 0 } = mastodon.adapter.platform;
    expect(sendTimeoutMs + settleMs).toBeGreaterThan(90_000);
    expect(keyWindowMs).toBeLessThan(60 * 60_000);
  });
});

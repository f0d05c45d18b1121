import { Fault, type FaultProxy } from "@genie/fault-proxy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingPost, SendResult } from "../adapter.ts";
import { checkPost } from "../check-post.ts";
import { describeAdapter } from "../conformance.ts";
import { blueskyUnderTest, openProxy } from "../testing/bluesky-under-test.ts";
import { lookingFor, outgoing } from "../testing/outgoing.ts";
import { recordKey } from "./record-key.ts";

let proxy: FaultProxy;
beforeAll(async () => {
  proxy = await openProxy();
});
afterAll(() => proxy.close());

describeAdapter("Bluesky", "idempotent", () => blueskyUnderTest(proxy), []);

const dueAt = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

/** An account of its own, signed in. */
async function signIn() {
  const bluesky = await blueskyUnderTest(proxy);
  const { adapter, createAccount, openContext } = bluesky;
  const { username, credentials } = await createAccount();
  const opened = openContext(username);
  const result = await adapter.logIn(opened, credentials);
  if (result.kind !== "signed_in") throw new Error(result.sentence);
  const context = { ...opened, cookies: result.cookies };
  const publish = async (post: Partial<OutgoingPost>) =>
    (await adapter.preparePost(context, outgoing(post))).send();
  return { ...bluesky, username, credentials, context, session: result, publish };
}

function published(result: SendResult) {
  if (result.kind === "published") return result;
  throw new Error(`Sending was ${result.kind}: ${result.sentence}`);
}

describe("an account on Bluesky", () => {
  it("is kept by a session with an end, and not by its app password", async () => {
    const { session, credentials, adapter } = await signIn();
    const inHours = ((session.expiresAt?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(inHours).toBeGreaterThan(1);
    expect(inHours).toBeLessThan(3);
    expect(JSON.stringify(session)).not.toContain(credentials["password"]);
    expect(session.cookies.map(({ name }) => name)).toEqual(adapter.platform.sessionCookies);
  });

  it("whose app password was taken back asks for a new one", async () => {
    const { adapter, context, credentials, username, revokeAppPassword } = await signIn();
    await revokeAppPassword(username);
    const attempt = adapter.logIn({ ...context, cookies: [] }, credentials);
    await expect(attempt).rejects.toMatchObject({ code: "reconnect_required" });
    await expect(attempt).rejects.not.toThrow(credentials["password"]);
  });

  it("is the one that was named, and no other", async () => {
    const { adapter, credentials, createAccount, openContext } = await signIn();
    const other = await createAccount();
    const attempt = adapter.logIn(openContext(other.username), credentials);
    await expect(attempt).rejects.toMatchObject({ code: "reconnect_required" });
  });

  it("has its posts in the library, newest first, with their files as they were sent", async () => {
    const { adapter, context, publish, username, didOf, files } = await signIn();
    for (let minute = 0; minute < 3; minute += 1) {
      published(await publish({ caption: `Post ${minute}`, dueAt: dueAt(minute) }));
    }
    const [file] = files(1);
    if (file === undefined) throw new Error("There is no file.");
    const { platformPostId } = published(
      await publish({ caption: "With #art", files: [file], dueAt: dueAt(3) }),
    );
    const listed = [];
    for await (const posts of adapter.listPosts(context)) listed.push(...posts);
    expect(listed.map(({ caption }) => caption)).toEqual([
      "With #art",
      "Post 2",
      "Post 1",
      "Post 0",
    ]);
    const [post] = listed;
    expect(post).toMatchObject({
      platformPostId,
      permalink: `https://bsky.app/profile/${didOf(username)}/post/${platformPostId}`,
      tags: ["art"],
      publishedAt: dueAt(3),
      media: [{ kind: "image", width: 1, height: 1 }],
    });
    const [medium] = post?.media ?? [];
    if (medium === undefined) throw new Error("There is no file.");
    expect(await bytesOf((await adapter.openMedia?.(context, medium)) ?? [])).toEqual(
      await bytesOf(file.bytes()),
    );
  });

  it("has a name, and no figures where nobody counts them", async () => {
    const { adapter, context, username } = await signIn();
    expect(await adapter.scrapeProfile(context)).toMatchObject({
      displayName: username,
      followers: null,
      posts: null,
    });
  });
});

describe("a post on Bluesky", () => {
  it("has links, tags and mentions where the server counts them, in bytes", async () => {
    const { publish, username, recordsOf, didOf } = await signIn();
    const caption = `👩‍🎨 ünd\r\nhttps://a.example/x #künst @${username} @nobody.test`;
    published(await publish({ caption }));
    const [record] = await recordsOf(username);
    const text = Buffer.from(record?.text ?? "");
    const marked = (record?.facets ?? []).map(({ index, features }) => [
      text.subarray(index.byteStart, index.byteEnd).toString(),
      features,
    ]);
    expect(record?.text).toBe(caption.replace("\r\n", "\n"));
    expect(marked).toEqual([
      [
        "https://a.example/x",
        [{ $type: "app.bsky.richtext.facet#link", uri: "https://a.example/x" }],
      ],
      ["#künst", [{ $type: "app.bsky.richtext.facet#tag", tag: "künst" }]],
      [`@${username}`, [{ $type: "app.bsky.richtext.facet#mention", did: didOf(username) }]],
    ]);
  });

  it("has the descriptions of its pictures, and says itself how far it goes", async () => {
    const { publish, username, recordsOf, files } = await signIn();
    const described = files(2).map((file, index) => ({ ...file, altText: `Wall ${index}` }));
    const ratings = ["general", "suggestive", "nudity", "explicit"] as const;
    for (const [minute, rating] of ratings.entries()) {
      const post = { rating, files: minute === 0 ? described : [], dueAt: dueAt(minute) };
      published(await publish(post));
    }
    const records = (await recordsOf(username)).toReversed();
    expect(records.map(({ labels }) => labels?.values ?? [])).toEqual([
      [],
      [{ val: "sexual" }],
      [{ val: "nudity" }],
      [{ val: "porn" }],
    ]);
    expect(records[0]?.embed?.images).toMatchObject([
      { alt: "Wall 0", aspectRatio: { width: 1, height: 1 }, image: { mimeType: "image/png" } },
      { alt: "Wall 1", aspectRatio: { width: 1, height: 1 } },
    ]);
    expect(records[0]?.createdAt).toBe(dueAt(0).toISOString());
  });

  it("with a text that is too long is refused for good, in the server's words", async () => {
    const { publish, adapter } = await signIn();
    const caption = "x".repeat(301);
    expect(checkPost(adapter.platform, { caption, files: [], rating: "general" })).toHaveLength(1);
    expect(await publish({ caption })).toMatchObject({
      kind: "refused",
      sentence: expect.stringContaining("maximum 300, got 301"),
      retryAfterMs: null,
    });
  });

  it("with a file that is too large is refused for good, and nothing is posted", async () => {
    const { adapter, context, username, publishedBy, files } = await signIn();
    const [file] = files(1);
    if (file === undefined) throw new Error("There is no file.");
    const sizeBytes = 6 * 1024 * 1024;
    const large = {
      ...file,
      sizeBytes,
      async *bytes() {
        yield Buffer.alloc(sizeBytes, 1);
      },
    };
    await expect(adapter.preparePost(context, outgoing({ files: [large] }))).rejects.toMatchObject({
      code: "platform_rejected",
      message: expect.stringMatching(/large.+smaller one\.$/),
    });
    expect(await publishedBy(username)).toEqual([]);
  });

  it("whose upload is cut off is not posted, and can be tried again", async () => {
    const { adapter, context, files, username, publishedBy, publish } = await signIn();
    proxy.arm(Fault.parse({ kind: "reset_in_upload", path: "/xrpc/com.atproto.repo.uploadBlob" }));
    const attempt = adapter.preparePost(context, outgoing({ files: files(2) }));
    await expect(attempt).rejects.toMatchObject({ code: "upstream_unavailable" });
    expect(await publishedBy(username)).toEqual([]);
    published(await publish({ files: files(2) }));
  });

  it("that is sent by two at once, and again, is there once", async () => {
    const { publish, username, publishedBy, files } = await signIn();
    const post = outgoing({ caption: "Once", files: files(1) });
    const results = await Promise.all([publish(post), publish(post), publish(post)]);
    const ids = [...results, await publish(post)].map((result) => published(result).platformPostId);
    expect(new Set(ids).size).toBe(1);
    expect(await publishedBy(username)).toHaveLength(1);
  });

  it("whose repeat differs in more than its text is still the one that is there", async () => {
    const { publish, username, recordsOf } = await signIn();
    const post = outgoing({ caption: "Once" });
    const { platformPostId } = published(await publish(post));
    const again = published(await publish({ ...post, rating: "suggestive" }));
    expect(again.platformPostId).toBe(platformPostId);
    const records = await recordsOf(username);
    expect(records.map(({ labels }) => labels)).toEqual([undefined]);
  });

  it("never takes the place of another", async () => {
    const { publish, username, publishedBy } = await signIn();
    const post = outgoing({ caption: "First" });
    published(await publish(post));
    expect(await publish({ ...post, caption: "Second" })).toMatchObject({
      kind: "refused",
      sentence: expect.stringMatching(/not posted.+\.$/),
    });
    expect((await publishedBy(username)).map(({ caption }) => caption)).toEqual(["First"]);
  });

  it.each([
    ["reset_after_commit", true],
    ["reset_before_commit", false],
  ] as const)("after %s is looked up by its key", async (kind, isThere) => {
    const { adapter, context, publish, username, publishedBy } = await signIn();
    proxy.arm(Fault.parse({ kind }));
    const post = outgoing({ caption: "Where is it?" });
    expect(await publish(post)).toMatchObject({ kind: "unknown" });
    const found = await adapter.findPublished?.(context, lookingFor(post));
    expect((found ?? null) !== null).toBe(isThere);
    const { platformPostId } = found ?? published(await publish(post));
    expect((await publishedBy(username)).map(({ id }) => id)).toEqual([platformPostId]);
    expect(platformPostId).toBe(recordKey(post.dueAt, post.idempotencyKey));
    expect(await adapter.findPublished?.(context, lookingFor({ dueAt: post.dueAt }))).toBeNull();
  });

  it("that finds nobody there is not posted, and is sent again", async () => {
    const { unreachable, context, username, publishedBy } = await signIn();
    const prepared = await unreachable.preparePost({ ...context, cookies: [] }, outgoing());
    const result = await prepared.send();
    expect(result).toMatchObject({ kind: "refused", retryAfterMs: expect.any(Number) });
    expect(await publishedBy(username)).toEqual([]);
  });

  it("can be deleted, and deleted again", async () => {
    const { adapter, context, publish, username, publishedBy } = await signIn();
    const { platformPostId } = published(await publish({ caption: "Not for long" }));
    await adapter.deletePost?.(context, platformPostId);
    expect(await publishedBy(username)).toEqual([]);
    expect(await adapter.isLive?.(context, { platformPostId, permalink: null })).toBe(false);
    await adapter.deletePost?.(context, platformPostId);
  });
});

async function bytesOf(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

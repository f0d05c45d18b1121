import { createRestAPIClient, MastoHttpError } from "masto";
import { describe, expect, it } from "vitest";
import { doubleUnderTest, pngOf } from "./testing/double-under-test.ts";

const image = () => new Blob([pngOf(4, 3)], { type: "image/png" });
const statusOf = (error: unknown) => error instanceof MastoHttpError && error.statusCode;

describe("masto, a client that knows nothing of us,", () => {
  it("posts media with a warning, reads it page by page and deletes it", async () => {
    await using double = await doubleUnderTest();
    const { token } = await double.createAccount("creator");
    const client = createRestAPIClient({ url: double.url, accessToken: token });
    const me = await client.v1.accounts.verifyCredentials();
    expect([me.acct, me.statusesCount]).toEqual(["creator", 0]);
    await double.admin("PATCH", "/settings", { image_processing_for: 1 });
    const media = await client.v2.media.create({ file: image(), description: "A wall" });
    expect(media).toMatchObject({ type: "image", description: "A wall", url: expect.any(String) });
    const made = await client.v1.statuses.create({
      status: "New #art",
      mediaIds: [media.id],
      spoilerText: "Bare",
      visibility: "unlisted",
    });
    expect(made).toMatchObject({ sensitive: true, spoilerText: "Bare", visibility: "unlisted" });
    const file = await fetch(made.mediaAttachments[0]?.url ?? "");
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pngOf(4, 3));
    for (const text of ["b", "c", "d", "e"]) await client.v1.statuses.create({ status: text });
    const pages: number[] = [];
    for await (const page of client.v1.accounts.$select(me.id).statuses.list({ limit: 2 })) {
      pages.push(page.length);
    }
    expect(pages).toEqual([2, 2, 1]);
    await client.v1.statuses.$select(made.id).remove();
    const gone = await client.v1.statuses.$select(made.id).fetch().catch(statusOf);
    expect(gone).toBe(404);
  });

  it("gets one status for a key, and two when the repeat comes while the first is under way", async () => {
    await using double = await doubleUnderTest();
    const { token } = await double.createAccount("creator");
    const client = createRestAPIClient({ url: double.url, accessToken: token });
    const create = (key: string) =>
      client.v1.statuses.create(
        { status: "Once" },
        { requestInit: { headers: { "Idempotency-Key": key } } },
      );
    expect((await create("a")).id).toBe((await create("a")).id);
    await double.admin("PATCH", "/settings", { status_ms: 100 });
    const [one, other] = await Promise.all([create("b"), create("b")]);
    expect(one.id).not.toBe(other.id);
  });

  it("hears what the server takes, and in its words what it does not", async () => {
    await using double = await doubleUnderTest();
    const { token } = await double.createAccount("creator");
    const client = createRestAPIClient({ url: double.url, accessToken: token });
    await double.admin("PATCH", "/settings", { max_characters: 2000, image_size_limit: 1024 });
    const { configuration } = await client.v2.instance.fetch();
    expect(configuration.statuses.maxCharacters).toBe(2000);
    const rules = await fetch(`${double.url}/api/v1/instance/rules`);
    expect(await rules.json()).toMatchObject([{ id: "1" }, { id: "2" }]);
    const create = (status: string) => client.v1.statuses.create({ status });
    await create("🏳️‍🌈".repeat(2000));
    await expect(create("x".repeat(2001))).rejects.toThrow("character limit of 2000 exceeded");
    await expect(create(" \n")).rejects.toThrow("Text can't be blank");
    const heavy = new Blob([new Uint8Array(2000)], { type: "image/png" });
    await expect(client.v2.media.create({ file: heavy })).rejects.toThrow("must be less than");
    const odd = new Blob(["x"], { type: "text/plain" });
    await expect(client.v2.media.create({ file: odd })).rejects.toThrow("content type is invalid");
    const stranger = createRestAPIClient({ url: double.url, accessToken: "wrong" });
    expect(await stranger.v1.accounts.verifyCredentials().catch(statusOf)).toBe(401);
    await double.admin("POST", "/accounts/creator/revoke");
    expect(await create("x").catch(statusOf)).toBe(401);
  });
});

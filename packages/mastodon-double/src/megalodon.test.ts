import generator from "megalodon";
import { describe, expect, it } from "vitest";
import { doubleUnderTest, pngOf } from "./testing/double-under-test.ts";

describe("megalodon, another client that knows nothing of us,", () => {
  it("uploads, describes, posts, reads and deletes", async () => {
    await using double = await doubleUnderTest();
    const { id, token } = await double.createAccount("creator");
    const client = generator("mastodon", double.url, token);
    expect((await client.verifyAccountCredentials()).data.acct).toBe("creator");
    const file = new File([pngOf(2, 2)], "a.png", { type: "image/png" });
    const body = new FormData();
    body.set("file", file);
    const uploaded = await fetch(`${double.url}/api/v2/media`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body,
    });
    const media = (await uploaded.json()) as { id: string };
    await client.updateMedia(media.id, { description: "A wall" });
    expect((await client.getMedia(media.id)).data.description).toBe("A wall");
    const text = "See https://example.com/a/rather/long/way/to/somewhere @b@far.example\n\nBye";
    const made = await client.postStatus(text, { media_ids: [media.id], sensitive: true });
    expect(made.data).toMatchObject({ sensitive: true, visibility: "public" });
    const { content } = (await client.getStatus(made.data.id)).data;
    expect(content).toContain('<span class="invisible">https://</span><span class="ellipsis">');
    expect(content).toContain("<p>Bye</p>");
    expect((await client.getAccountStatuses(id, { limit: 1 })).data).toHaveLength(1);
    await client.deleteStatus(made.data.id);
    await expect(client.getStatus(made.data.id)).rejects.toMatchObject({
      response: { status: 404 },
    });
  });

  it("is told to slow down, and until when", async () => {
    await using double = await doubleUnderTest();
    const { token } = await double.createAccount("creator");
    await double.admin("PATCH", "/settings", { requests: 1 });
    const client = generator("mastodon", double.url, token);
    await client.verifyAccountCredentials();
    await expect(client.verifyAccountCredentials()).rejects.toMatchObject({
      response: {
        status: 429,
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": expect.any(String) },
      },
    });
  });
});

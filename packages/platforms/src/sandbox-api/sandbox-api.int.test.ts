import { describe, expect, it } from "vitest";
import { describeAdapter } from "../conformance.ts";
import { guarantees } from "../platform.ts";
import {
  createAccount,
  listAdminPosts,
  openContext,
  sandboxUnderTest,
} from "../testing/sandbox-under-test.ts";
import { sandboxApiAdapter } from "./index.ts";

for (const guarantee of guarantees) {
  describeAdapter(`the sandbox's API, ${guarantee}`, guarantee, () =>
    sandboxUnderTest((origin) => sandboxApiAdapter(origin, guarantee)),
  );
}

describe("the API", () => {
  it("lists an account of more than a page whole, newest first, with its figures", async () => {
    const { adapter } = await sandboxUnderTest((origin) => sandboxApiAdapter(origin, "lookup"));
    const { origin, hosts } = adapter.platform;
    const { username, credentials } = await createAccount(120);
    const opened = openContext(hosts, username);
    const result = await adapter.logIn(opened, credentials);
    if (result.kind !== "signed_in") throw new Error(result.sentence);
    const context = { ...opened, cookies: result.cookies };
    const listed = [];
    for await (const posts of adapter.listPosts(context)) listed.push(...posts);
    const there = (await listAdminPosts(username)).toReversed();
    expect(listed.map(({ platformPostId }) => platformPostId)).toEqual(there.map(({ id }) => id));
    expect(listed[0]).toMatchObject({
      permalink: `${origin}${there[0]?.permalink}`,
      caption: there[0]?.caption,
      currency: "USD",
    });
    expect(await adapter.scrapeProfile(context)).toMatchObject({ posts: 120, currency: "USD" });
    await opened.close();
  });

  it("has nothing for a browser that holds the session alone", async () => {
    const { adapter } = await sandboxUnderTest((origin) => sandboxApiAdapter(origin, "blind"));
    const context = openContext(adapter.platform.hosts, "nobody");
    const resumed = adapter.resumeSession(context, []);
    await expect(resumed).rejects.toMatchObject({ code: "invalid_input" });
    await context.close();
  });
});

import {
  createSandboxAccount,
  type SandboxAccount,
  sandboxAdmin,
  stackUnderTest,
} from "@genie/testing";
import { expect, it } from "vitest";
import { createReadCreator, read, readProfile, scrape } from "../testing/creator.ts";

/** The account's owner posts on the platform itself. */
async function postThere(account: SandboxAccount, caption: string): Promise<void> {
  // By its address: the names below localhost lead nowhere on some machines.
  const { origin } = new URL(stackUnderTest().sandboxAdminUrl);
  const send = async (path: string, body: object, token?: string) => {
    const answer = await fetch(`${origin}/api${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${text}`);
    return JSON.parse(text) as { token: string };
  };
  const { token } = await send("/session", account);
  await send("/posts", { caption }, token);
}

it("a site that looks different every morning is read on, each post once", async () => {
  const account = await createSandboxAccount({ posts: 25 });
  const creator = await createReadCreator(account);
  for (const [index, skin] of ["cards", "table", "classic"].entries()) {
    await sandboxAdmin("POST", "/faults", { kind: "skin", skin, username: account.username });
    await postThere(account, `The day of ${skin}`);
    const { status, result } = await scrape(creator);
    expect([skin, status, result]).toMatchObject([skin, "completed", { posts_new: 1 }]);
    expect(await readProfile(creator)).toMatchObject({
      scrape_status: "success",
      profile_data: { posts: 26 + index },
    });
  }
  const entries = await read<{ platform_post_id: string }[]>(
    creator,
    "/items/scraped_media?limit=-1&fields=platform_post_id",
  );
  expect(entries).toHaveLength(28);
  expect(new Set(entries.map((entry) => entry.platform_post_id)).size).toBe(28);
});

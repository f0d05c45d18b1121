import { randomInt } from "node:crypto";
import { isWhole, partOf } from "@genie/testing";
import { expect, it } from "vitest";
import type { AdapterContext, PlatformPost } from "../adapter.ts";
import { fanslySite } from "../fansly/site.ts";
import { onlyfansSite } from "../onlyfans/site.ts";
import { type DescribedOnSandbox, describeOnSandbox } from "../testing/describe-on-sandbox.ts";
import { lookingFor, outgoing } from "../testing/outgoing.ts";
import {
  arm,
  createAccount,
  listAdminPosts,
  openContext,
  picture,
} from "../testing/sandbox-under-test.ts";

// In `npm test` the markup that nobody wrote down.
const skins = partOf(["shuffled", "classic", "cards", "table"] as const, 4);
const growing = partOf(["cards", "classic", "table"] as const, 3);

describeOnSandbox(onlyfansSite, describeSkins);
// What an adapter does beside its description is the same for both.
describeOnSandbox(fanslySite, describeSkins, { conforms: isWhole() });

function describeSkins({ adapter, open }: DescribedOnSandbox): void {
  it.each(skins)("signs in, reads, publishes and looks up in the markup %s", async (skin) => {
    const { username, credentials } = await createAccount(12);
    await dress(skin, username);
    const context = open(username);
    const signedIn = await adapter.logIn(context, credentials);
    expect(signedIn).toMatchObject({ kind: "signed_in" });
    expect(await adapter.isSignedIn(await context.openPage())).toBe(true);

    expect(await adapter.scrapeProfile(context)).toMatchObject({
      displayName: expect.any(String),
      followers: expect.any(Number),
      likes: expect.any(Number),
    });
    expect((await listAll(context)).map(essence)).toEqual(await thereOf(username));

    const caption = `In ${skin}, by what it says`;
    const sentAt = new Date();
    const files = [picture(1), picture(2)];
    const post = outgoing({ caption, files, config: { visibility: "subscribers" } });
    const prepared = await adapter.preparePost(context, post);
    expect(await listAdminPosts(username)).toHaveLength(12);
    const sent = await prepared.send();
    const mine = (await listAdminPosts(username)).at(-1);
    expect(mine).toMatchObject({ caption, media: [{}, {}] });
    expect(sent).toMatchObject({ kind: "published", platformPostId: mine?.id });

    const lookUp = lookingFor({ caption, fileCount: 2, sentAt });
    expect(await adapter.findPublished(context, lookUp)).toMatchObject({
      platformPostId: mine?.id,
    });
    const notThere = adapter.findPublished(context, { ...lookUp, caption: "Something else" });
    await expect(notThere).rejects.toMatchObject({ code: "platform_changed" });
    await context.close();
  });

  it.each(growing)(
    "reads a list that grows as one scrolls, each post once, in the markup %s",
    async (skin) => {
      const { username, credentials } = await createAccount(45);
      await dress(skin, username);
      await arm({ kind: "endless_lists" }, username);
      const context = open(username);
      await adapter.logIn(context, credentials);
      const sizes: number[] = [];
      const all: PlatformPost[] = [];
      for await (const posts of adapter.listPosts(context)) {
        sizes.push(posts.length);
        all.push(...posts);
      }
      expect(sizes.length).toBeGreaterThan(1);
      expect(all.map(essence)).toEqual(await thereOf(username));
      await context.close();
    },
  );

  it("without a language model it says that one would help, and does nothing", async () => {
    const { username, credentials } = await createAccount(1);
    const context = openContext(adapter.platform.hosts, username);
    const helpful = {
      code: "platform_changed",
      message: expect.stringContaining("language model"),
    };
    await expect(adapter.logIn(context, credentials)).rejects.toMatchObject(helpful);
    await expect(adapter.scrapeProfile(context)).rejects.toMatchObject(helpful);
    const post = outgoing();
    await expect(adapter.preparePost(context, post)).rejects.toMatchObject(helpful);
    expect(await listAdminPosts(username)).toHaveLength(1);
    await context.close();
  });

  async function listAll(context: AdapterContext): Promise<PlatformPost[]> {
    const all: PlatformPost[] = [];
    for await (const posts of adapter.listPosts(context)) all.push(...posts);
    return all;
  }
}

async function dress(skin: (typeof skins)[number], username: string): Promise<void> {
  const seed = randomInt(1_000_000_000);
  const look = skin === "shuffled" ? { kind: "shuffled_markup", seed } : { kind: "skin", skin };
  process.stdout.write(`The markup ${skin} of this run has the seed ${seed}.\n`);
  await arm(look, username);
  // Nobody is signed in on the log-in page, so its markup is everybody's.
  await arm({ ...look, times: 1 });
}

const essence = ({ platformPostId, caption, publishedAt, media }: PlatformPost) => ({
  id: platformPostId,
  caption,
  at: publishedAt.getTime(),
  media: media.map(({ kind, url }) => ({ kind, href: new URL(url).pathname })),
});

async function thereOf(username: string) {
  return (await listAdminPosts(username)).toReversed().map((post) => ({
    id: post.id,
    caption: post.caption,
    at: post.published_at,
    media: post.media.map(({ kind, href }) => ({ kind, href })),
  }));
}

import type { Page } from "@playwright/test";
import { type Account, chooseZone } from "./admin-api.ts";
import { choose, chooseMinute, differ, inMinutes } from "./composer-steps.ts";
import { blueskyOfStack, mastodonOfStack } from "./other-servers.ts";
import { connectReal, uploadMedia, zone } from "./sample-data.ts";
import { createSandboxAccount, postsOf } from "./sandbox.ts";
import { content, examine, expect, picturesAreThere, test } from "./test.ts";

const captions = {
  sandbox: "The blue set is out, for everybody here.",
  bluesky: "The blue set is out: https://robin.example/blue #blue",
  mastodon: "The blue set is out, behind a warning. #blueset",
};

test(
  "one post goes to sandbox, Bluesky and Mastodon with three captions",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const { sandbox, bluesky, mastodon } = await connectAll(page, account);
    await page.goto("/app/calendar?compose=new");
    const composer = page.getByRole("dialog", { name: "New post" });

    await test.step("one is written for all three, and made different for two", async () => {
      await choose(composer, `@${bluesky.username}`);
      await choose(composer, `@${mastodon.username}`);
      await composer.getByRole("button", { name: "Add media" }).click();
      const picker = page.getByRole("dialog", { name: "Add media" });
      await picker.getByRole("button", { name: /A picture in hue 220/ }).click();
      await picker.getByRole("button", { name: "Use 1" }).click();
      await composer.getByRole("button", { name: "Describe item 1" }).click();
      await composer.getByLabel("What item 1 shows").fill("A round light before blue");
      await expect(composer.getByText("Saved", { exact: true })).toBeVisible();
      await composer.getByRole("button", { name: "Done" }).click();
      await composer.getByLabel("Caption").fill(captions.sandbox);
      await composer.getByText("How far it goes:").click();
      await composer.getByRole("radio", { name: "Suggestive" }).check();
      await differ(composer, "Bluesky");
      await composer.getByLabel("Caption").fill(captions.bluesky);
      await picturesAreThere(page);
      await examine(page, "composer-bluesky", project.name);
      await differ(composer, "Mastodon", { fromAll: true });
      await composer.getByLabel("Caption").fill(captions.mastodon);
      await composer.getByLabel("Content warning").fill("Lingerie");
      await composer.getByLabel("Who sees it").selectOption("Followers");
      await examine(page, "composer-mastodon", project.name);
      await chooseMinute(composer, inMinutes(1));
      await composer.getByRole("button", { name: "Schedule 3 posts" }).click();
      await expect(page.getByText(/^Scheduled: 3 posts go out in /).first()).toBeVisible();
    });

    await test.step("each goes out once, as it was written for its platform", async () => {
      await page.goto("/app/calendar?view=list");
      for (const caption of Object.values(captions)) {
        const row = content(page).getByRole("link", { name: new RegExp(caption.slice(0, 36)) });
        await expect(row).toContainText("Published", { timeout: 400_000 });
      }
      const { posts, duplicates } = await postsOf(sandbox.username);
      expect([posts.map(({ caption }) => caption), duplicates]).toEqual([[captions.sandbox], 0]);
      expect(await blueskyOfStack.published(bluesky.username)).toMatchObject([
        {
          caption: captions.bluesky,
          raw: {
            facets: [{}, {}],
            labels: { values: [{ val: "sexual" }] },
            embed: { images: [{ alt: "A round light before blue" }] },
          },
        },
      ]);
      expect(await mastodonOfStack.published(mastodon.username)).toMatchObject([
        {
          caption: captions.mastodon,
          raw: {
            spoiler_text: "Lingerie",
            sensitive: true,
            visibility: "private",
            media: [{ description: "A round light before blue" }],
          },
        },
      ]);
    });

    await test.step("the post shows where all three are", async () => {
      await content(page)
        .getByRole("link", { name: new RegExp(captions.sandbox) })
        .click();
      const drawer = page.getByRole("dialog", { name: "Post" });
      const permalink = (name: string) => drawer.getByRole("link", { name: `Open on ${name}` });
      await expect(permalink("Sandbox")).toHaveAttribute("href", /\/posts\//);
      await expect(permalink("Bluesky")).toHaveAttribute(
        "href",
        /^https:\/\/bsky\.app\/profile\/did:plc:/,
      );
      await expect(permalink("Mastodon")).toHaveAttribute("href", /^http/);
      await picturesAreThere(page);
      await examine(page, "post-three-platforms", project.name);
    });
  },
);

async function connectAll(page: Page, account: Account) {
  await chooseZone(account.email, zone);
  const [sandbox, bluesky, mastodon] = await Promise.all([
    createSandboxAccount({ posts: 0 }),
    blueskyOfStack.createAccount(),
    mastodonOfStack.createAccount(),
  ]);
  const { userId } = await connectReal(account, "sandbox", sandbox);
  for (const [platform, { username, credentials }] of Object.entries({ bluesky, mastodon })) {
    await connectReal(account, platform, { ...credentials, username });
  }
  await uploadMedia(page, { userId, hue: 220 });
  return { sandbox, bluesky, mastodon };
}

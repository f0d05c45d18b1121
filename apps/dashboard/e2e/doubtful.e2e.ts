import type { Page } from "@playwright/test";
import { connectReal, insertDue } from "./sample-data.ts";
import { armFault, captionsOf, composedPosts, createSandboxAccount } from "./sandbox.ts";
import { content, examine, expect, test } from "./test.ts";

// On a platform that can't be asked, whose answers are lost.
test(
  "a person says what became of a doubtful post, in each of the three ways",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const sandbox = await createSandboxAccount({ posts: 0 });
    const { username } = sandbox;
    const sample = await connectReal(account, "sandbox_blind", sandbox);
    const drawer = page.getByRole("dialog", { name: "Post" });

    await test.step("it is there, at an address that is the platform's", async () => {
      await armFault({ kind: "error_after_commit", username });
      const id = await insertDue(sample, "It did arrive");
      await openInDoubt(page, id);
      await expect(drawer.getByText(/did not say whether it took this post/)).toBeVisible();
      await expect(drawer.getByText("Our request went out")).toBeVisible();
      const profile = drawer.getByRole("link", { name: /^Look at your profile on/ });
      await expect(profile).toHaveAttribute("target", "_blank");
      await examine(page, "post-doubtful", project.name);

      const { posts } = await composedPosts(username);
      const permalink = new URL(
        posts[0]?.permalink ?? "",
        (await profile.getAttribute("href")) ?? "",
      );
      await drawer.getByRole("button", { name: "It is there" }).click();
      const dialog = page.getByRole("dialog", { name: "It is there" });
      const address = dialog.getByLabel("Address of the post (optional)");
      await address.fill("https://elsewhere.example/posts/1");
      await dialog.getByRole("button", { name: "It is there" }).click();
      await expect(address).toHaveAccessibleDescription(/This address is not on/);
      await examine(page, "post-doubtful-address", project.name);
      await address.fill(permalink.href);
      await dialog.getByRole("button", { name: "It is there" }).click();
      await expect(drawer.getByText(/^Published /)).toBeVisible();
      await expect(drawer.getByRole("link", { name: /^Open on/ })).toHaveAttribute(
        "href",
        permalink.href,
      );
      expect(await captionsOf(username)).toEqual({ captions: ["It did arrive"], duplicates: 0 });
    });

    await test.step("it is not there, and goes out once more", async () => {
      await armFault({ kind: "error_before_commit", username });
      await openInDoubt(page, await insertDue(sample, "It never arrived"));
      await drawer.getByRole("button", { name: "Post again" }).click();
      const question = page.getByRole("alertdialog");
      await expect(question.getByText(/it is there twice/)).toBeVisible();
      await question.getByRole("button", { name: "Post again" }).click();
      await expect(drawer.getByText(/^Published /)).toBeVisible();
    });

    const known = { captions: ["It did arrive", "It never arrived"], duplicates: 0 };
    await test.step("it is left, and the calendar goes on saying so", async () => {
      await armFault({ kind: "error_before_commit", username });
      await page.goto("/app");
      await insertDue(sample, "Who knows");
      const needs = page.getByRole("region", { name: "What needs you" });
      const card = needs.getByRole("listitem").filter({ hasText: "Who knows" });
      // Without a reload.
      await expect(card).toBeVisible();
      await card.getByRole("button", { name: "Leave it" }).click();
      await expect(needs).toBeHidden();
      await page.goto("/app/calendar?view=list");
      const row = content(page).getByRole("link", { name: /Who knows/ });
      await expect(row).toContainText("Nobody knows whether it arrived");
      await row.click();
      await expect(drawer.getByRole("button", { name: "It is there" })).toBeVisible();
      await expect(drawer.getByRole("button", { name: "Post again" })).toBeVisible();
      await expect(drawer.getByRole("button", { name: "Leave it" })).toBeHidden();
      expect(await captionsOf(username)).toEqual(known);
    });
  },
);

/** Looks at a post until nobody knows what became of it. */
async function openInDoubt(page: Page, id: string): Promise<void> {
  await page.goto(`/app/calendar?view=list&post=${id}`);
  await expect(
    page.getByRole("dialog", { name: "Post" }).getByText(/^Not known whether it arrived/),
  ).toBeVisible();
}

import { asPublisher, connectSample, farOff, insertDoubtful } from "./sample-data.ts";
import { content, examine, expect, test } from "./test.ts";

test(
  "a doubtful post is settled by its owner, there or left",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const sample = await connectSample(page, account);
    await asPublisher(async (client) => {
      await insertDoubtful(client, sample, { at: farOff, caption: "Saw it there" });
      await insertDoubtful(client, sample, { at: farOff, caption: "No idea", index: 1 });
    });
    await page.goto("/app");
    const needs = page.getByRole("region", { name: "What needs you" });
    const seen = needs.getByRole("listitem").filter({ hasText: "Saw it there" });
    const unseen = needs.getByRole("listitem").filter({ hasText: "No idea" });

    await test.step("what is known of it", async () => {
      await expect(seen.getByText(/did not say whether it took this post/)).toBeVisible();
      await expect(seen.getByText("Our request went out")).toBeVisible();
      const profile = seen.getByRole("link", { name: "Look at your profile on Sandbox" });
      await expect(profile).toHaveAttribute("href", /\/@robin$/);
      await expect(profile).toHaveAttribute("target", "_blank");
    });

    const dialog = page.getByRole("dialog", { name: "It is there" });
    await test.step("it is there, and its address is not another site's", async () => {
      await seen.getByRole("button", { name: "It is there" }).click();
      const address = dialog.getByLabel("Address of the post (optional)");
      await address.fill("https://elsewhere.example/posts/1");
      await dialog.getByRole("button", { name: "It is there" }).click();
      await expect(address).toHaveAccessibleDescription(/not on Sandbox/);
      await examine(page, "doubtful-there", project.name);
      await address.fill("");
      await dialog.getByRole("button", { name: "It is there" }).click();
      await expect(seen).toBeHidden();
    });

    await test.step("it is left, and may be settled later", async () => {
      await unseen.getByRole("button", { name: "Leave it" }).click();
      await expect(needs).toBeHidden();
      await page.goto("/app/calendar?month=2031-05&view=list");
      const row = content(page).getByRole("link", { name: /No idea/ });
      await expect(row).toContainText("Nobody knows whether it arrived on Sandbox");
      await row.click();
      const drawer = page.getByRole("dialog", { name: "Post" });
      await expect(drawer.getByRole("button", { name: "Post again" })).toBeVisible();
      await expect(drawer.getByRole("button", { name: "Leave it" })).toBeHidden();
      await drawer.getByRole("button", { name: "It is there" }).click();
      await dialog.getByRole("button", { name: "It is there" }).click();
      await expect(drawer.getByText(/^Published /)).toBeVisible();
    });
  },
);

import { asPublisher, connectReal, insertDue } from "./sample-data.ts";
import { createSandboxAccount } from "./sandbox.ts";
import { examine, expect, test } from "./test.ts";

test(
  "a post that is out is deleted on its platform, after a question",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const sandbox = await createSandboxAccount({ posts: 0 });
    const sample = await connectReal(account, "sandbox_lookup", sandbox);
    const post = await insertDue(sample, "To be taken back");
    await page.goto(`/app/calendar?post=${post}`);
    const drawer = page.getByRole("dialog", { name: "Post" });
    await expect(drawer.getByText(/^Published/)).toBeVisible();
    await drawer.getByRole("button", { name: "Delete on Sandbox API with a list" }).click();
    const question = page.getByRole("alertdialog");
    await expect(question.getByText(/can't be brought back/)).toBeVisible();
    await examine(page, "dialog-delete-there", project.name);
    await question.getByRole("button", { name: "Cancel" }).click();
    await drawer.getByRole("button", { name: "Delete on Sandbox API with a list" }).click();
    await question.getByRole("button", { name: "Delete on Sandbox API with a list" }).click();
    await expect(drawer.getByText(/^You deleted it on Sandbox API with a list/)).toBeVisible();
    await expect(drawer.getByRole("button", { name: /^Delete on/ })).toBeHidden();
    await expect(drawer.getByRole("link", { name: /^Open on/ })).toBeHidden();
    await examine(page, "post-deleted-there", project.name);
    const { rows } = await asPublisher((client) =>
      client.query(
        "select status, removed_at is not null as removed from scheduled_posts where id = $1",
        [post],
      ),
    );
    expect(rows).toEqual([{ status: "published", removed: true }]);
  },
);

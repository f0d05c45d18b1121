import { createAdministrator, createRow, newAccount, rowsOf, userIdOf } from "./admin-api.ts";
import { content, examine, expect, nothingScrollsSideways, signInByApi, test } from "./test.ts";

test("an administrator sees services and queues, and sees to a job that failed", async ({
  page,
  account,
}, info) => {
  const owner = { user_id: await userIdOf(account.email) };
  const entry = await createRow("scraped_media", {
    ...owner,
    media_type: "image",
    caption: "On the beach",
  });
  // The worker of this stack has no language model to ask.
  const id = await createRow("media_jobs", {
    ...owner,
    job_type: "classify",
    input_media_id: entry,
  });
  const job = async () =>
    (await rowsOf("media_jobs", account.email)).find((row) => row["id"] === id);
  const statusOf = async () => (await job())?.["status"];
  await expect.poll(statusOf).toBe("failed");
  const failedAt = (await job())?.["completed_at"];

  await page.goto("/app/operations");
  await expect(content(page).getByText("This page is not for you")).toBeVisible();

  await page.context().clearCookies();
  const administrator = { ...newAccount(), name: "Alex" };
  await createAdministrator(administrator);
  await signInByApi(page, administrator);
  await page.goto("/app/operations");
  const here = content(page);
  await expect(here.getByRole("heading", { name: "Services" })).toBeVisible();
  await expect(here.getByText("Ready", { exact: true })).toHaveCount(4);
  await expect(
    here.getByRole("rowheader", { name: "Posts on Sandbox", exact: true }),
  ).toBeVisible();
  const name = `Suggesting tags, ${id.slice(0, 8)}`;
  const row = here.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(row).toBeVisible();
  await expect(here).not.toContainText("On the beach");
  await nothingScrollsSideways(page);
  await examine(page, "operations", info.project.name);

  await row.getByRole("button", { name: `Try again: ${name}` }).click();
  await expect(page.getByText("It is back in its queue.", { exact: true })).toBeVisible();
  // It fails again, and shows up again.
  await expect
    .poll(async () => {
      const { status, completed_at: at } = (await job()) ?? {};
      return status === "failed" && at !== failedAt;
    })
    .toBe(true);
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  // Behind the question nothing counts as there.
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect.poll(statusOf).toBeUndefined();
  await expect(row).toHaveCount(0);
});

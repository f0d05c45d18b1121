import { rowsOf } from "./admin-api.ts";
import { ago, fillLibrary, insertJob, updateJob } from "./library-data.ts";
import { content, examine, expect, test, nothingScrollsSideways } from "./test.ts";

test("accounts are shown with their state and what to do about it", async ({ page, account }, {
  project,
}) => {
  const { userId, profileId } = await fillLibrary(page, account);
  await page.goto("/app/platforms");
  await expect(page.getByRole("heading", { name: "Platforms" })).toBeVisible();
  const good = page.getByRole("region", { name: /robin\.lee/ });
  await expect(good.getByText("Signed in")).toBeVisible();
  await expect(good.getByText("18,420")).toBeVisible();
  await expect(good.getByText("$4,812.50")).toBeVisible();
  await expect(good.getByRole("button", { name: "Scrape now" })).toBeVisible();
  const locked = page.getByRole("region", { name: /robin\.after\.dark/ });
  await expect(locked.getByText(/^Log-in wanted: Sandbox refused this password/)).toBeVisible();
  await expect(locked.getByRole("button", { name: "Enter password again" })).toBeVisible();
  await expect(locked.getByRole("button", { name: "Scrape now" })).toBeHidden();
  await examine(page, "platforms", project.name);
  await nothingScrollsSideways(page);

  const job = await insertJob({
    user_id: userId,
    job_type: "scrape_profile",
    creator_profile_id: profileId,
    status: "active",
    progress: 40,
    created_at: ago(20_000),
    // Ahead, so that no sweep takes it for lost.
    started_at: ago(-600_000),
  });
  await page.reload();
  await expect(good.getByText("Reading your profile … 40 %")).toBeVisible();
  await expect(good.getByRole("button", { name: "Scrape now" })).toBeHidden();
  await examine(page, "platforms-reading", project.name);
  await updateJob(job, "active", 80);
  await expect(good.getByText("Reading your profile … 80 %")).toBeVisible();
  await updateJob(job, "completed", 100);
  await expect(good.getByText("Signed in")).toBeVisible();

  await good.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("30 entries of your library, no longer updated")).toBeVisible();
  await examine(page, "dialog-disconnect", project.name);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.screenshot({
    path: `test-results/screenshots/${project.name}/320-platforms.png`,
    fullPage: true,
  });
});

test("an account is connected, and its password is never shown again", async ({ page, account }, {
  project,
}) => {
  await page.goto("/app/platforms");
  await expect(content(page).getByText("No account is connected yet")).toBeVisible();
  await examine(page, "platforms-empty", project.name);
  await page.getByRole("button", { name: "Connect a platform" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: "With your own browser" })).toBeChecked();
  await examine(page, "dialog-connect-by-extension", project.name);
  const byPassword = dialog.getByRole("radio", { name: "With your password" });
  await byPassword.check();
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /Enter your password/,
  );
  await dialog.getByLabel("Username").fill("nobody-here");
  await dialog.getByLabel("Password", { exact: true }).fill("wrong plum orbit");
  await examine(page, "dialog-connect", project.name);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: /nobody-here/ })).toBeVisible();

  const [profile] = await rowsOf("creator_profiles", account.email);
  expect(profile).toMatchObject({ platform: "sandbox", username: "nobody-here" });
  expect(JSON.stringify(profile)).not.toContain("wrong plum orbit");
  await expect
    .poll(() => rowsOf("media_jobs", account.email))
    .toMatchObject([{ job_type: "scrape_profile", creator_profile_id: profile?.["id"] }]);
  expect(await page.content()).not.toContain("wrong plum orbit");

  await page.getByRole("button", { name: "Connect a platform" }).click();
  await byPassword.check();
  await dialog.getByLabel("Username").fill("nobody-here");
  await dialog.getByLabel("Password", { exact: true }).fill("another try");
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByText(/is connected already/)).toBeVisible();
  await expect(dialog.getByLabel("Username")).toHaveValue("nobody-here");
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveValue("");
  await page.keyboard.press("Escape");

  const card = page.getByRole("region", { name: /nobody-here/ });
  await card.getByRole("button", { name: "Pause scraping" }).click();
  await expect(card.getByRole("button", { name: "Resume scraping" })).toBeVisible();
  await card.getByRole("button", { name: "Disconnect" }).click();
  const question = page.getByRole("alertdialog");
  // Until it has counted what goes, it takes no answer.
  await expect(question.getByText("Everything on Sandbox itself")).toBeVisible();
  await question.getByRole("button", { name: "Disconnect" }).click();
  await expect(content(page).getByText("No account is connected yet")).toBeVisible();
  expect(await rowsOf("creator_profiles", account.email)).toEqual([]);
});

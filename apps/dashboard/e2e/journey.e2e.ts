import type { Page } from "@playwright/test";
import { newAccount, personasOf, rowsOf } from "./admin-api.ts";
import { confirmAddress } from "./confirm-address.ts";
import { composedPosts, createSandboxAccount } from "./sandbox.ts";
import { content, examine, expect, picturesAreThere, test } from "./test.ts";

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test.use({ timezoneId: "Europe/Berlin" });

// The whole of the product once: everything in it is real, the platform's pages included.
test(
  "from registering to a published post",
  { tag: "@once" },
  async ({ page }, { project: { name: project } }) => {
    const creator = newAccount();
    const sandbox = await createSandboxAccount({ posts: 40 });

    await test.step("register", async () => {
      await page.goto("/register");
      await page.getByLabel("E-mail").fill(creator.email);
      await page.getByLabel("Password", { exact: true }).fill(creator.password);
      await page.getByLabel("Your name").fill(creator.name);
      await page.getByRole("button", { name: "Create account" }).click();
      await confirmAddress(page, creator);
      await expect(page.getByRole("heading", { name: `Hello, ${creator.name}` })).toBeVisible();
      // The zone of her device, without being asked.
      await expect(async () => {
        await page.reload();
        // A reload that comes too soon would cut the answer off.
        await expect
          .poll(() => personasOf(creator.email), { timeout: 30_000 })
          .toMatchObject([{ timezone: "Europe/Berlin" }]);
      }).toPass();
    });

    const card = page.getByRole("region", { name: new RegExp(sandbox.username) });
    await test.step("connect with a wrong password, and then the right one", async () => {
      await page.goto("/app/platforms");
      await page.getByRole("button", { name: "Connect a platform" }).click();
      await page.getByRole("radio", { name: "With your password" }).check();
      await enterLogIn(page, sandbox.username, "not the password");
      await page.getByRole("dialog").getByRole("button", { name: "Connect" }).click();
      await expect(card.getByText(/^Log-in wanted: /)).toBeVisible();
      await look(page, "journey-platforms-refused", project);
      await card.getByRole("button", { name: "Enter password again" }).click();
      await enterLogIn(page, sandbox.username, sandbox.password);
      await page.getByRole("dialog").getByRole("button", { name: "Save and log in" }).click();
    });

    await test.step("the profile and its posts are read", async () => {
      await expect(card.getByText(/^Reading your profile/)).toBeVisible();
      await expect(card.getByText(/^Signed in/)).toBeVisible();
      await expect(card.getByText("40", { exact: true })).toBeVisible();
      await look(page, "journey-platforms", project);
      await page.goto("/app/media");
      await expect(content(page).getByText("40 entries")).toBeVisible();
      await picturesAreThere(page);
      await look(page, "journey-library", project);
    });

    await test.step("watermark a picture", async () => {
      await page.goto("/app/media?type=image");
      await page.getByRole("grid", { name: "Your media" }).getByRole("link").first().click();
      const drawer = page.getByRole("dialog", { name: "Picture" });
      await drawer.getByRole("button", { name: "Watermark" }).click();
      const dialog = page.getByRole("dialog", { name: "Watermark" });
      await dialog.getByLabel("Text", { exact: true }).fill("@robin");
      await dialog.getByRole("button", { name: "Make the copy" }).click();
      await expect
        .poll(() => rowsOf("media_jobs", creator.email))
        .toContainEqual(expect.objectContaining({ job_type: "watermark", status: "completed" }));
      await page.goto("/app/media?source=derived");
      await expect(page.getByRole("grid", { name: "Your media" }).getByRole("link")).toHaveCount(1);
      await picturesAreThere(page);
      await page.getByRole("grid", { name: "Your media" }).getByRole("link").click();
      await picturesAreThere(page);
      await look(page, "journey-watermark", project);
    });

    const caption = `Sunday light, at last. ${crypto.randomUUID().slice(0, 6)}`;
    let due = new Date();
    await test.step("schedule a post with it", async () => {
      await page
        .getByRole("dialog", { name: "Picture" })
        .getByRole("link", { name: "Schedule" })
        .click();
      const composer = page.getByRole("dialog", { name: "New post" });
      await composer.getByLabel("Caption").fill(caption);
      due = nextMinute();
      const [date = "", time = ""] = inBerlin(due).split(" ");
      await composer.getByLabel("Date").fill(date);
      await composer.getByLabel("Time").fill(time);
      await composer.getByRole("button", { name: "Schedule post" }).click();
      await expect(composer).toBeHidden();
      await page.goto("/app");
      await expect(content(page).getByText(caption)).toBeVisible();
      await look(page, "journey-home", project);
    });

    await test.step("it goes out once, not before its time, and the calendar knows", async () => {
      await page.goto("/app/calendar?view=list");
      const row = content(page).getByRole("link", { name: new RegExp(caption.slice(0, 20)) });
      await expect(row).toBeVisible();
      const { posts: early } = await composedPosts(sandbox.username);
      if (Date.now() < due.getTime()) expect(early).toEqual([]);
      // Without a reload.
      await expect(row).toContainText("Published");
      const { posts, duplicates } = await composedPosts(sandbox.username);
      expect(duplicates).toBe(0);
      expect(posts).toMatchObject([{ caption }]);
      expect(posts[0]?.media).toHaveLength(1);
      expect(posts[0]?.published_at).toBeGreaterThanOrEqual(due.getTime());
      await look(page, "journey-calendar", project);
      await row.click();
      const link = page.getByRole("dialog", { name: "Post" }).getByRole("link", {
        name: "Open on Sandbox",
      });
      await expect(link).toHaveAttribute("href", new RegExp(`${posts[0]?.permalink}$`));
      await look(page, "journey-post", project);
      await page.goto("/app/jobs");
      await expect(content(page).getByRole("heading", { name: "Jobs" })).toBeVisible();
      await look(page, "journey-jobs", project);
    });
  },
);

async function enterLogIn(page: Page, username: string, password: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  const name = dialog.getByLabel("Username");
  if (await name.isEditable()) await name.fill(username);
  await dialog.getByLabel("Password", { exact: true }).fill(password);
}

/** Pictures of the page for people, on a desktop and on a phone. */
async function look(page: Page, name: string, project: string): Promise<void> {
  await examine(page, name, project);
  await page.setViewportSize(phone);
  await page.screenshot({
    path: `test-results/screenshots/${project}/${name}-phone.png`,
    fullPage: true,
  });
  await page.setViewportSize(desktop);
}

/** "2026-11-25 21:00", as the clocks there show it. */
function inBerlin(moment: Date): string {
  return moment.toLocaleString("sv-SE", {
    timeZone: "Europe/Berlin",
    dateStyle: "short",
    timeStyle: "short",
  });
}

/** The form takes whole minutes; this one is at least 25 s away. */
function nextMinute(): Date {
  const minute = 60_000;
  return new Date(Math.ceil((Date.now() + 25_000) / minute) * minute);
}

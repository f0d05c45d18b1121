import type { Page } from "@playwright/test";
import { newAccount, personasOf } from "./admin-api.ts";
import { confirmAddress } from "./confirm-address.ts";
import { content, expect, test } from "./test.ts";

test("a creator registers, logs out, logs in again and lands where she wanted to go", async ({
  page,
}) => {
  const account = newAccount();
  await page.goto("/register");
  await page.getByLabel("E-mail").fill(` ${account.email.toUpperCase()} `);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByLabel("Your name").fill(account.name);
  await page.getByRole("button", { name: "Create account" }).click();
  await confirmAddress(page, account);

  await expect(page).toHaveURL("/app");
  await expect(page.getByRole("heading", { name: `Hello, ${account.name}` })).toBeVisible();
  await expect(content(page).getByText("0 of 3 done")).toBeVisible();
  await expect
    .poll(() => personasOf(account.email))
    .toMatchObject([{ display_name: account.name, onboarding_state: "new", timezone: "UTC" }]);

  await page.keyboard.press("ControlOrMeta+k");
  await page.getByPlaceholder("Type a page or an action").fill("log out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/login");

  await page.goto("/app/settings/tokens?from=bookmark");
  await expect(page).toHaveURL("/login?next=%2Fapp%2Fsettings%2Ftokens%3Ffrom%3Dbookmark");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill("not my password");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert").getByText("don't belong together")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/app/settings/tokens?from=bookmark");
});

test(
  "a registration that cannot be says why, beside the field",
  { tag: "@once" },
  async ({ page, account }) => {
    await page.context().clearCookies();
    await page.goto("/register");
    await page.getByLabel("E-mail").fill(account.email);
    await page.getByLabel("Password", { exact: true }).fill("password123");
    await page.getByRole("button", { name: "Create account" }).click();
    const password = page.getByLabel("Password", { exact: true });
    await expect(password).toHaveAccessibleDescription(/passwords that are tried first/);
    await expect(password).toBeFocused();

    // To a stranger an address that is known looks like any other.
    await password.fill(account.password);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  },
);

test("a log-in never leads to another site", { tag: "@once" }, async ({ page, account }) => {
  await page.goto("/login?next=//evil.example/app");
  await expect(page).toHaveURL("/app");
  await expect(page.getByRole("heading", { name: `Hello, ${account.name}` })).toBeVisible();
});

test(
  "a session that has ended leads to the log-in and back",
  { tag: "@once" },
  async ({ page, account }) => {
    await page.goto("/app/settings/profile");
    await sessionIsRefreshed(page);
    await page.context().clearCookies();
    await page.getByLabel("Display name").fill("Somebody else");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page).toHaveURL("/login?next=%2Fapp%2Fsettings%2Fprofile");
    await expect.poll(() => personasOf(account.email)).toMatchObject([{ display_name: "Robin" }]);
  },
);

test(
  "a session is prolonged once a day, not with every page",
  { tag: "@once" },
  async ({ page, account }) => {
    const refreshes: string[] = [];
    page.on("response", (response) => {
      if (response.url().endsWith("/auth/refresh") && response.ok()) refreshes.push(response.url());
    });
    await page.goto("/app");
    await sessionIsRefreshed(page);
    await page.goto("/app/settings/security");
    await page.reload();
    await expect(page.getByRole("heading", { name: "Two-factor" })).toBeVisible();
    expect(refreshes).toHaveLength(1);
    expect(account.email).toContain("@");
  },
);

test("no script can read the session", { tag: "@once" }, async ({ page, account }) => {
  await page.goto("/app");
  await sessionIsRefreshed(page);
  const readable = await page.evaluate(() => JSON.stringify([document.cookie, localStorage]));
  expect(readable).not.toMatch(/token|eyJ/);
  expect(account.email).toContain("@");
});

async function sessionIsRefreshed(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem("genie.session.refreshedAt"));
}

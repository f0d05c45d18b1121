import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { personasOf } from "./admin-api.ts";
import { content, examine, expect, origin, signInByApi, test } from "./test.ts";

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

test("the time zone is saved and the calendar keeps it", async ({ page, account }) => {
  await page.goto("/app/settings/profile");
  await expect(page.getByLabel("Display name")).toHaveValue(account.name);
  await expect(page.getByLabel("Time zone")).toHaveValue("UTC");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByLabel("Display name").fill("Robin Lee");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Your profile is saved.", { exact: true })).toBeVisible();
  await expect
    .poll(() => personasOf(account.email))
    .toMatchObject([{ display_name: "Robin Lee", timezone: "Europe/Berlin" }]);

  await page.reload();
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");

  await page.getByRole("link", { name: "Calendar" }).filter({ visible: true }).click();
  await expect(content(page).getByText(/All times are in Europe\/Berlin/)).toBeVisible();
});

test("a token is shown once, listed, works and is revoked", async ({ page, account }, info) => {
  expect(account.name).toBe("Robin");
  const { name: project } = info.project;
  await page.goto("/app/settings/tokens");
  await expect(content(page).getByText("No tokens yet")).toBeVisible();
  await page.getByRole("button", { name: "Create token" }).click();
  await page.getByLabel("Name").fill("Backup script");
  await page.getByLabel("Expires after").selectOption("30");
  await examine(page, "dialog-create-token", project);
  await page.getByRole("dialog").getByRole("button", { name: "Create token" }).click();
  const field = page.getByLabel("Token", { exact: true });
  await expect(field).toHaveValue(/^ght_[\w-]{43}$/);
  await examine(page, "dialog-new-token", project);
  const token = await field.inputValue();
  await page.getByRole("button", { name: "I have copied it" }).click();

  const row = page.getByRole("listitem").filter({ hasText: "Backup script" });
  await expect(row).toContainText("Read");
  await expect(row).toContainText("Never");
  await examine(page, "settings-tokens-filled", project);
  expect(await page.content()).not.toContain(token);

  const asProgram = { headers: { authorization: `Bearer ${token}` } };
  const personas = "/api/directus/items/user_personas";
  expect((await page.request.get(personas, asProgram)).status()).toBe(200);

  await row.getByRole("button", { name: "Revoke Backup script" }).click();
  await examine(page, "dialog-revoke-token", project);
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(content(page).getByText("No tokens yet")).toBeVisible();
  expect((await page.request.get(personas, asProgram)).ok()).toBe(false);
});

test("two-factor is turned on, asked for at log-in, and turned off without the app", async ({
  page,
  account,
}, info) => {
  await page.goto("/app/settings/security");
  await page.getByRole("button", { name: "Turn on two-factor" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill("wrong password");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /not your password/,
  );
  await dialog.getByLabel("Password", { exact: true }).fill(account.password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  await examine(page, "dialog-two-factor", info.project.name);
  const secret = (await dialog.getByRole("code").textContent()) ?? "";
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });

  await dialog.getByLabel("One-time code").fill("000000");
  await dialog.getByRole("button", { name: "Turn on two-factor" }).click();
  await expect(dialog.getByLabel("One-time code")).toHaveAccessibleDescription(/not accepted/);
  await dialog.getByLabel("One-time code").fill(await freshCode(totp));
  await dialog.getByRole("button", { name: "Turn on two-factor" }).click();
  const shown = dialog.getByRole("list", { name: "Your recovery codes" });
  await expect(shown.getByRole("listitem")).toHaveCount(10);
  const codes = await shown.getByRole("code").allTextContents();
  await examine(page, "dialog-recovery-codes", info.project.name);
  await page.emulateMedia({ media: "print" });
  await expect(shown).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeHidden();
  await page.screenshot({ path: `test-results/screenshots/${info.project.name}-print.png` });
  await page.emulateMedia({ media: "screen" });
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const saved = await readFile(await (await saving).path(), "utf8");
  expect(codes.filter((one) => !saved.includes(one))).toEqual([]);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(
    content(page).getByText("On. Logging in takes your password and a code"),
  ).toBeVisible();
  await expect(content(page).getByText("10 of 10 left")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("One-time code")).toBeFocused();
  await examine(page, "login-code", info.project.name);
  const code = await freshCode(totp);
  await page.getByLabel("One-time code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/app");

  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  const recovery = page.getByLabel("Recovery code");
  await expect(recovery).toBeFocused();
  await recovery.fill("AAAAA-AAAAA");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(recovery).toHaveAccessibleDescription(/wrong or was used already/);
  await examine(page, "login-recovery-code", info.project.name);
  await recovery.fill(codes[0]?.toLowerCase() ?? "");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/app");

  await page.goto("/app/settings/security");
  await expect(content(page).getByText("9 of 10 left")).toBeVisible();
  await examine(page, "settings-security-on", info.project.name);
  await page.getByRole("button", { name: "Turn off two-factor" }).click();
  await dialog.getByRole("button", { name: "Use a recovery code instead" }).click();
  await dialog.getByLabel("Password", { exact: true }).fill(account.password);
  await dialog.getByLabel("Recovery code").fill(codes[1] ?? "");
  await examine(page, "dialog-two-factor-off", info.project.name);
  await dialog.getByRole("button", { name: "Turn off two-factor" }).click();
  await expect(
    content(page).getByText("Off. Your password alone opens your account."),
  ).toBeVisible();
});

test("other devices are listed and logged out at once", async ({
  page,
  account,
  browser,
}, info) => {
  const elsewhere = await Promise.all(
    [firefox, safari].map(async (userAgent) => {
      const context = await browser.newContext({ userAgent, baseURL: origin });
      const other = await context.newPage();
      await signInByApi(other, account);
      return other;
    }),
  );
  await page.goto("/app/settings/security");
  const devices = page.getByRole("list", { name: "Where you are logged in" });
  await expect(devices.getByRole("listitem")).toHaveCount(3);
  await expect(devices.getByRole("listitem").first()).toContainText("This device");
  await examine(page, "settings-security-devices", info.project.name);

  await devices.getByRole("button", { name: "Log out Safari on iPhone" }).click();
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  expect(await statusesOf(elsewhere)).toEqual([200, 401]);

  await page.getByRole("button", { name: "Log out everywhere else" }).click();
  await examine(page, "dialog-log-out-elsewhere", info.project.name);
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Log out everywhere else" })
    .click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  expect(await statusesOf([...elsewhere, page])).toEqual([401, 401, 200]);
  await Promise.all(elsewhere.map((other) => other.context().close()));
});

test(
  "the password is changed by who knows the old one",
  { tag: "@once" },
  async ({ page, account }) => {
    await page.goto("/app/settings/security");
    const current = page.getByLabel("Current password");
    const next = page.getByLabel("New password");
    await current.fill("not my password");
    await next.fill("quiet marble lantern seven");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(current).toHaveAccessibleDescription(/not your password/);

    await current.fill(account.password);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText(/^Your password is changed/)).toBeVisible();
    await page.goto("/app");
    await expect(page.getByRole("heading", { name: `Hello, ${account.name}` })).toBeVisible();
  },
);

const statusesOf = (pages: Page[]) =>
  Promise.all(pages.map(async (one) => (await one.request.get("/api/directus/users/me")).status()));

/** A code with time left to use it: Directus takes only the one of the running half minute. */
async function freshCode(totp: TOTP): Promise<string> {
  await expect.poll(() => totp.remaining(), { timeout: 60_000 }).toBeGreaterThan(20_000);
  return totp.generate();
}

import type { Page } from "@playwright/test";
import { type Account, createAdministrator, newAccount, personasOf } from "./admin-api.ts";
import { e2eEnv } from "./e2e-env.ts";
import { linkOf, mailboxUrl } from "./mailbox.ts";
import { examine, expect, holdPosts, nothingScrollsSideways, signInByApi, test } from "./test.ts";

test("register, confirm, forget the password and choose another", async ({ page }, { project }) => {
  const creator = newAccount();
  const look = async (name: string) => {
    await examine(page, name, project.name);
    await nothingScrollsSideways(page);
  };

  await page.goto("/register");
  await page.getByLabel("E-mail").fill(creator.email);
  await page.getByLabel("Password", { exact: true }).fill("iloveyou1234");
  await expect(page.getByText(/^Strength: (Very weak|Weak)$/)).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(creator.password);
  await expect(page.getByText(/^Strength: (Good|Strong)$/)).toBeVisible();
  await look("register-strength");
  await page.getByLabel("Your name").fill(creator.name);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await look("register-check-mail");
  await page.getByRole("button", { name: "Use another address" }).click();
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue(creator.email);
  await expect(page.getByLabel("Your name")).toHaveValue(creator.name);

  await page.goto("/login");
  await logIn(page, creator);
  await expect(page.getByRole("alert").getByText("not confirmed yet")).toBeVisible();
  await look("login-unconfirmed");
  await page.getByRole("button", { name: "Send the letter again" }).click();
  await expect(page.getByText("Another letter is on its way.")).toBeVisible();

  const confirmation = await linkOf(creator.email, "Confirm your e-mail address");
  await page.goto(confirmation);
  await expect(page.getByText(`Is ${creator.email} yours?`)).toBeVisible();
  await page.getByLabel("Your password").fill("of somebody else");
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText("not the password that was chosen")).toBeVisible();
  await look("confirm-email");
  await page.getByLabel("Your password").fill(creator.password);
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText("Your address is confirmed.")).toBeVisible();
  await page.getByRole("link", { name: "Log in" }).click();
  await logIn(page, creator);
  await expect(page.getByRole("heading", { name: `Hello, ${creator.name}` })).toBeVisible();
  await expect.poll(() => personasOf(creator.email)).toHaveLength(1);

  await page.context().clearCookies();
  await page.goto(confirmation);
  await page.reload();
  await expect(page.getByRole("alert").getByText("used already")).toBeVisible();
  await look("letter-link-over");

  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await page.getByLabel("E-mail").fill(creator.email);
  await look("forgot-password");
  const asked = await holdPosts(page, /\/account\/forgot$/);
  await page.getByLabel("E-mail").press("Enter");
  await expect(page.getByRole("button", { name: "Send me a link" })).toHaveAttribute(
    "aria-busy",
    "true",
  );
  await page.getByLabel("E-mail").press("Enter");
  asked.release();
  await expect(page.getByText(`If there is an account with ${creator.email}`)).toBeVisible();
  expect(asked.count()).toBe(1);
  await look("forgot-password-sent");
  await page.getByRole("button", { name: "Use another address" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue(creator.email);

  await page.goto(await linkOf(creator.email, "Choose a new password"));
  const field = page.getByLabel("New password");
  await field.fill("password123");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(field).toHaveAccessibleDescription(/passwords that are tried first/);
  await look("reset-password");
  await field.fill("quiet marble lantern seven");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await page.getByRole("link", { name: "Log in" }).click();
  await logIn(page, { ...creator, password: "quiet marble lantern seven" });
  await expect(page.getByRole("heading", { name: `Hello, ${creator.name}` })).toBeVisible();

  await page.goto("/app/settings/security");
  const email = `new-${creator.email}`;
  await page.getByLabel("New e-mail address").fill(email);
  await page.getByLabel("Your password").fill("quiet marble lantern seven");
  await look("settings-email");
  await page.getByRole("button", { name: "Change address" }).click();
  await expect(page.getByText(`A letter is on its way to ${email}`)).toBeVisible();
  await look("settings-email-sent");
  await page.getByRole("button", { name: "Use another address" }).click();
  await expect(page.getByLabel("New e-mail address")).toHaveValue(email);
  await page.goto(await linkOf(email, "Confirm your new e-mail address"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText(`Your account has the address ${email} now.`)).toBeVisible();
});

test("somebody who is invited opens her account", async ({ page }, { project }) => {
  const administrator = newAccount();
  await createAdministrator(administrator);
  await signInByApi(page, administrator);
  const invited = newAccount();
  const asked = await page.request.post("/api/directus/account/invite", {
    data: { email: invited.email },
    headers: { origin: e2eEnv().E2E_BASE_URL },
  });
  expect(asked.status()).toBe(200);
  await page.context().clearCookies();

  await page.goto(await linkOf(invited.email, "You are invited"));
  await page.getByLabel("New password").fill(invited.password);
  await page.getByLabel("Your name").fill("Mara");
  await examine(page, "accept-invitation", project.name);
  await page.getByRole("button", { name: "Open my account" }).click();
  await expect(page.getByText("Your account is ready.")).toBeVisible();
  await page.getByRole("link", { name: "Log in" }).click();
  await logIn(page, invited);
  await expect(page.getByRole("heading", { name: "Hello, Mara" })).toBeVisible();

  await page.goto(mailboxUrl());
  await expect(page.getByRole("link", { name: /You are invited/ }).first()).toBeVisible();
  await examine(page, "mailbox", project.name);
});

async function logIn(page: Page, { email, password }: Pick<Account, "email" | "password">) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}

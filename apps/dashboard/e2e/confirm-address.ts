import type { Page } from "@playwright/test";
import type { Account } from "./admin-api.ts";
import { linkOf } from "./mailbox.ts";
import { expect } from "./test.ts";

/** Opens the letter that a registration has sent, and logs in. */
export async function confirmAddress(page: Page, { email, password }: Account): Promise<void> {
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await linkOf(email, "Confirm your e-mail address"));
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Confirm address" }).click();
  await page.getByRole("link", { name: "Log in" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}

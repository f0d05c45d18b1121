import type { Browser, Page } from "@playwright/test";
import { createRow, rowsOf } from "./admin-api.ts";
import { connectReal } from "./sample-data.ts";
import { answerOf, armFault, createSandboxAccount } from "./sandbox.ts";
import { content, examine, expect, test } from "./test.ts";

test("an account is signed in to by hand, in a browser of the server that she sees", async ({
  page,
  account,
  browser,
}, { project }) => {
  const sandbox = await createSandboxAccount({ posts: 2 });
  await armFault({ kind: "require_code", username: sandbox.username });

  await page.goto("/app/platforms");
  await page.getByRole("button", { name: "Connect a platform" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("In a browser of this server").check();
  await dialog.getByLabel("Username").fill(sandbox.username);
  await examine(page, "dialog-connect-by-hand", project.name);
  await dialog.getByRole("button", { name: "Go on" }).click();

  await expect(page.getByRole("heading", { name: "Sign in to Sandbox" })).toBeVisible();
  const there = page.getByText(/^at http:\/\/sandbox\.localhost/);
  await expect(there).toBeVisible();
  await press(page, browser, "Username");
  await page.keyboard.type(sandbox.username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(sandbox.password);
  await expect(page.getByRole("textbox", { name: "Browser on your server: Log in" })).toBeFocused();
  await examine(page, "live-login", project.name);
  await page.keyboard.press("Enter");

  await expect.poll(() => answerOf(sandbox.username)).toMatch(/^\d{6}$/);
  await expect(page.getByRole("textbox", { name: /One-time code/ })).toBeAttached();
  await page.keyboard.type(await answerOf(sandbox.username));
  await page.keyboard.press("Enter");
  await expect(content(page).getByRole("heading", { name: "You are signed in" })).toBeVisible();
  await examine(page, "live-login-done", project.name);

  await page.getByRole("link", { name: "To your platforms" }).click();
  const card = page.getByRole("region", { name: new RegExp(sandbox.username) });
  await expect(card.getByText(/^Signed in/)).toBeVisible();
  expect(await rowsOf("creator_profiles", account.email)).toMatchObject([
    { username: sandbox.username, credentials: null, connection_status: "connected" },
  ]);
  const [session] = await rowsOf("platform_sessions", account.email);
  expect(session).toMatchObject({ captured_by: "live_login", status: "active" });
  expect(JSON.stringify(session)).toMatch(/"sealed":"cb1\./);
  expect(await rowsOf("scraped_media", account.email)).toHaveLength(2);
});

test("a log-in by hand is called off, and says so", async ({ page, account }, { project }) => {
  const sandbox = await createSandboxAccount({ posts: 0 });
  await page.goto("/app/platforms");
  await page.getByRole("button", { name: "Connect a platform" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("In a browser of this server").check();
  await dialog.getByLabel("Username").fill(sandbox.username);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Don't sign in" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Don't sign in" }).click();
  await expect(content(page).getByRole("heading", { name: "Nobody is signed in" })).toBeVisible();
  expect(await rowsOf("platform_sessions", account.email)).toEqual([]);
  await examine(page, "live-login-cancelled", project.name);
});

test("a browser that is gone is opened again", async ({ page, account }, { project }) => {
  const sandbox = await createSandboxAccount({ posts: 0 });
  const { userId, profileId } = await connectReal(account, "sandbox", sandbox);
  await createRow("hitl_sessions", {
    user_id: userId,
    creator_profile_id: profileId,
    platform: "sandbox",
    reason: "two_factor",
    browser_session_id: crypto.randomUUID(),
  });
  await page.goto(`/app/platforms/${profileId}/log-in`);
  await expect(content(page).getByText(/connection to the browser was lost/)).toBeVisible();
  await examine(page, "live-login-lost", project.name);
  await page.getByRole("button", { name: "Open it again" }).click();
  const seen = /^at http:\/\/sandbox\.localhost/;
  await expect(page.getByText(seen)).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByText(seen)).toBeVisible();
  await expect(content(page).getByText(/opened in another place/)).toBeVisible();
  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByText(seen)).toBeVisible();
  await expect(content(other).getByText(/opened in another place/)).toBeVisible();
});

/** Clicks on a field in the picture, where the same page of the same size has it. */
async function press(page: Page, browser: Browser, label: string): Promise<void> {
  const picture = page.locator("canvas");
  await expect
    .poll(() =>
      picture.evaluate((canvas) => canvas.scrollWidth - (canvas.parentElement?.clientWidth ?? 0)),
    )
    .toBe(0);
  const box = await picture.boundingBox();
  if (box === null) throw new Error("There is no picture.");
  const [, url = ""] =
    /^at (.+)$/.exec((await page.getByText(/^at http/).textContent()) ?? "") ?? [];
  const size = { width: Math.round(box.width), height: Math.round(box.height) };
  const same = await browser.newContext({ viewport: size });
  try {
    const other = await same.newPage();
    await other.goto(`${url}/login`);
    const field = await other.getByLabel(label).boundingBox();
    if (field === null) throw new Error(`The page has no ${label}.`);
    const position = { x: field.x + field.width / 2, y: field.y + field.height / 2 };
    if (test.info().project.use.hasTouch) {
      await picture.tap({ position });
      await page.getByRole("button", { name: "Keyboard" }).click();
    } else {
      await picture.click({ position });
    }
  } finally {
    await same.close();
  }
}

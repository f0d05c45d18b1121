import { rowsOf } from "./admin-api.ts";
import { blueskyOfStack, mastodonOfStack } from "./other-servers.ts";
import { content, examine, expect, test } from "./test.ts";

test("an account is connected by a token that she makes on her server, and again by another", async ({
  page,
  account,
}, { project }) => {
  const { username, credentials } = await mastodonOfStack.createAccount();
  const { token = "" } = credentials;
  for (const caption of ["One", "Two", "Three"]) await mastodonOfStack.publish(username, caption);
  const card = page.getByRole("region", { name: new RegExp(username) });
  const dialog = page.getByRole("dialog");
  const enter = async (username: string, token: string) => {
    await dialog.getByLabel("Account, as in name@server").fill(username);
    await dialog.getByLabel("Access token", { exact: true }).fill(token);
  };

  await page.goto("/app/platforms");
  await page.getByRole("button", { name: "Connect a platform" }).click();
  await dialog.getByRole("radio", { name: "Mastodon" }).check();
  await expect(dialog.getByText(/open Preferences, then Development/)).toBeVisible();
  await expect(dialog.getByText(/delete it on Mastodon too/)).toBeVisible();
  await enter("robin", "no-token-of-hers");
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByText(/Write the account with its server/)).toBeVisible();
  await enter(`@${username.toUpperCase()}`, "no-token-of-hers");
  await examine(page, "dialog-connect-by-token", project.name);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(card.getByText(/^Log-in wanted: .+ did not accept this access token/)).toBeVisible();
  await examine(page, "platforms-token-refused", project.name);

  await card.getByRole("button", { name: "Enter another access token" }).click();
  await expect(dialog.getByLabel("Account, as in name@server")).toHaveValue(username);
  await dialog.getByLabel("Access token", { exact: true }).fill(token);
  await examine(page, "dialog-token-again", project.name);
  await dialog.getByRole("button", { name: "Save and log in" }).click();
  await expect(card.getByText(/^Signed in/)).toBeVisible();
  await expect(card.getByText("12", { exact: true })).toBeVisible();
  await expect(card.getByText("There is no session that holds.")).toBeHidden();
  await examine(page, "platforms-by-token", project.name);

  await page.goto("/app/media");
  await expect(content(page).getByText("3 entries")).toBeVisible();
  const [profile] = await rowsOf("creator_profiles", account.email);
  expect(profile).toMatchObject({
    username: username,
    platform_limits: { captionLength: 500, mediaCount: 4, altTextLength: 1500 },
  });
  expect(JSON.stringify(profile)).not.toContain(token);

  await mastodonOfStack.revoke(username);
  await page.goto("/app/platforms");
  await card.getByRole("button", { name: "Scrape now" }).click();
  await expect(card.getByText(/^Log-in wanted: /)).toBeVisible();
});

test(
  "a Bluesky account is connected by an app password, and its posts are in the library",
  { tag: "@once" },
  async ({ page, account: _account }) => {
    const { username, credentials } = await blueskyOfStack.createAccount();
    for (const caption of ["One", "Two"]) await blueskyOfStack.publish(username, caption);
    const card = page.getByRole("region", { name: new RegExp(username) });
    const dialog = page.getByRole("dialog");
    await page.goto("/app/platforms");
    await page.getByRole("button", { name: "Connect a platform" }).click();
    await dialog.getByRole("radio", { name: "Bluesky" }).check();
    await expect(dialog.getByRole("link", { name: "Open this page on Bluesky" })).toBeVisible();
    await dialog.getByLabel(/^Handle/).fill(username);
    await dialog.getByLabel("App password", { exact: true }).fill("abcd-abcd-abcd-abcd");
    await dialog.getByRole("button", { name: "Connect" }).click();
    await expect(card.getByText(/^Log-in wanted: /)).toBeVisible();
    await card.getByRole("button", { name: "Enter another app password" }).click();
    await dialog.getByLabel("App password", { exact: true }).fill(credentials["password"] ?? "");
    await dialog.getByRole("button", { name: "Save and log in" }).click();
    await expect(card.getByText(/^Signed in/)).toBeVisible();
    await page.goto("/app/media");
    await expect(content(page).getByText("2 entries")).toBeVisible();
  },
);

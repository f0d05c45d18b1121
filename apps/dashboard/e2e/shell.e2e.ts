import { content, examine, expect, test } from "./test.ts";

test("private mode hides what tells who she is, and stays on", async ({ page, account }, info) => {
  await page.goto("/app");
  await expect(page).toHaveTitle("Home · Genie Helper");
  // The server writes title and greeting; keys are heard from when what the page asks for is there.
  await expect(content(page).getByText("0 of 3 done")).toBeVisible();
  const isPhone = info.project.name.startsWith("phone");
  await (isPhone
    ? page.getByRole("button", { name: "Turn on private mode" }).tap()
    : page.keyboard.press("p"));
  await expect(page).toHaveTitle("Notes");
  const greeting = content(page).getByText(`Hello, ${account.name}`);
  await expect(greeting).toHaveCSS("filter", /blur/);

  await page.reload();
  await expect(page).toHaveTitle("Notes");
  await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", "/icon-neutral.svg");
  await expect(greeting).toHaveCSS("filter", /blur/);
  await page.screenshot({ path: `test-results/screenshots/${info.project.name}/private.png` });

  await (isPhone
    ? page.getByRole("button", { name: "Turn off private mode" }).tap()
    : page.keyboard.press("p"));
  await expect(page).toHaveTitle("Home · Genie Helper");
  await expect(greeting).toHaveCSS("filter", "none");
});

test(
  "a letter typed into a field is not a shortcut",
  { tag: "@once" },
  async ({ page, account }) => {
    await page.goto("/app/settings/profile");
    await page.getByLabel("Display name").fill("");
    await page.getByLabel("Display name").pressSequentially("Pippa");
    await expect(page.getByLabel("Display name")).toHaveValue("Pippa");
    await expect(page).toHaveTitle("Settings · Genie Helper");
    expect(account.name).toBe("Robin");
  },
);

test("the command menu reaches pages and actions", async ({ page, account }, info) => {
  await page.goto("/app");
  await expect(content(page).getByText(account.name)).toBeVisible();
  await expect(content(page).getByText("0 of 3 done")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByPlaceholder("Type a page or an action")).toBeVisible();
  await examine(page, "command-menu", info.project.name);
  await page.getByPlaceholder("Type a page or an action").fill("tokens");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/app/settings/tokens");

  await page.keyboard.press("ControlOrMeta+k");
  await page.getByPlaceholder("Type a page or an action").fill("dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
});

test(
  "losing the connection is said, and that it is back",
  { tag: "@once" },
  async ({ page, account, context }) => {
    await page.goto("/app");
    await expect(content(page).getByText(account.name)).toBeVisible();
    await expect(content(page).getByText("0 of 3 done")).toBeVisible();
    await context.setOffline(true);
    await expect(page.getByText("You are offline.")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("You are offline.")).toBeHidden();
  },
);

test("the log-in form is usable by keyboard alone", { tag: "@once" }, async ({ page }) => {
  await page.goto("/login");
  await expect(page.getByRole("button", { name: "Log in" })).toBeEnabled();
  const order: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    order.push(
      await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute("name") ?? activeElement?.textContent ?? "";
      }),
    );
  }
  expect(order).toEqual(["email", "password", "", "Log in", "Forgot your password?", "Create one"]);
});

import { examine, expect, test, nothingScrollsSideways } from "./test.ts";

for (const path of ["login", "register", "forgot-password"]) {
  test(`/${path} can be used by everybody`, async ({ page }, { project }) => {
    await page.goto(`/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await examine(page, path, project.name);
  });
}

test("a missing page says so", async ({ page }, { project }) => {
  await page.goto("/no-such-page");
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible();
  await examine(page, "not-found", project.name);
});

test("every page of the shell can be used by everybody", async ({ page, account }, { project }) => {
  const pages = [
    ["home", "/app", `Hello, ${account.name}`],
    ["settings-profile", "/app/settings", "Profile"],
    ["settings-presets", "/app/settings/presets", "Presets"],
    ["settings-security", "/app/settings/security", "Two-factor"],
    ["settings-extension", "/app/settings/extension", "Browser extension"],
    ["settings-tokens", "/app/settings/tokens", "API tokens"],
    ["settings-appearance", "/app/settings/appearance", "Private mode"],
  ] as const;
  for (const [name, path, heading] of pages) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    await examine(page, name, project.name);
    await nothingScrollsSideways(page);
  }
});

test("nothing scrolls sideways at 320 px", async ({ page, account }, { project }) => {
  const width = 320;
  await page.setViewportSize({ width, height: 640 });
  expect(account.email).toContain("@");
  for (const section of ["", "/profile", "/tags", "/security", "/extension", "/tokens"]) {
    const path = section && `/settings${section}`;
    await page.goto(`/app${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await nothingScrollsSideways(page);
    await page.screenshot({
      path: `test-results/screenshots/${project.name}/320${path.replaceAll("/", "-")}.png`,
    });
  }
});

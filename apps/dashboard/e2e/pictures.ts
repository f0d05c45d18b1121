import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { createAdministrator, newAccount, rowsOf } from "./admin-api.ts";
import { demoLogIn } from "./e2e-env.ts";
import { content, expect, picturesAreThere, signInByApi, test } from "./test.ts";

// The pictures of README.md and docs, from what the demo has. `npm test -- pictures` makes them anew.

const folder = join(import.meta.dirname, "..", "..", "..", "docs", "images");

// What the demo has read is made ready for the library while it is looked at already.
test.beforeEach(async () => {
  await expect
    .poll(async () => (await rowsOf("directus_files", demoLogIn().email)).every(isReady))
    .toBe(true);
});

const isReady = (file: Record<string, unknown>) =>
  Boolean(file["prepared_at"] ?? file["preparation_problem"]);

test.describe("on a desktop", () => {
  test.use({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });

  test("how an account is connected", async ({ page, browser }) => {
    await signInByApi(page, demoLogIn());
    await page.goto("/app/platforms");
    await content(page).getByRole("button", { name: "Connect a platform" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await keep(page, browser, "connect");
  });

  test("the library", async ({ page, browser }) => {
    await signInByApi(page, demoLogIn());
    await page.goto("/app/media");
    await expect(content(page).locator("img").first()).toBeVisible();
    await keep(page, browser, "library");
  });

  test("a post that is written", async ({ page, browser }) => {
    await signInByApi(page, demoLogIn());
    await page.goto("/app/calendar?compose=new");
    const composer = page.getByRole("dialog", { name: "New post" });
    await composer.getByLabel("Caption").fill("Morning light on the river. Which one do you like?");
    await composer.getByRole("button", { name: /^Tomorrow/ }).click();
    await expect(composer.getByText(/^Goes out /)).toBeVisible();
    await keep(page, browser, "post");
  });

  test("what is hers", async ({ page, browser }) => {
    await signInByApi(page, demoLogIn());
    await page.goto("/app/settings/data");
    await expect(content(page).getByRole("heading", { name: "Download everything" })).toBeVisible();
    await keep(page, browser, "your-data");
  });

  test("services and queues", async ({ page, browser }) => {
    const administrator = { ...newAccount(), name: "Alex" };
    await createAdministrator(administrator);
    await signInByApi(page, administrator);
    await page.goto("/app/operations");
    await expect(content(page).getByText("Ready", { exact: true })).toHaveCount(4);
    await expect(content(page).getByRole("rowheader").first()).toBeVisible();
    await keep(page, browser, "operations");
  });
});

test.describe("on a phone", () => {
  test.use({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    colorScheme: "dark",
  });

  test("what goes out next", async ({ page, browser }) => {
    await signInByApi(page, demoLogIn());
    await page.goto("/app");
    await expect(content(page).getByText("New colours, same desk.")).toBeVisible();
    await keep(page, browser, "home-phone");
  });
});

/** Writes what is to be seen as WebP, which is a quarter of a PNG. */
async function keep(page: Page, browser: Browser, name: string): Promise<void> {
  await picturesAreThere(page);
  const shot = await page.screenshot({ animations: "disabled", caret: "hide" });
  const blank = await browser.newPage();
  const webp = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.85 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, shot.toString("base64"));
  await blank.close();
  await writeFile(join(folder, `${name}.webp`), Buffer.from(webp));
}

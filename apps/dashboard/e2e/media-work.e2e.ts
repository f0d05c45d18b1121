import type { Page } from "@playwright/test";
import { createRow, createRows, rowsOf, userIdOf } from "./admin-api.ts";
import { ago } from "./library-data.ts";
import { examine, expect, picturesAreThere, test } from "./test.ts";

const dayMs = 24 * 60 * 60_000;

test(
  "twenty pictures get a watermark at once, and are watched until all of them have it",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    test.slow();
    const user_id = await userIdOf(account.email);
    await page.goto("/app/settings/appearance");
    const hues = Array.from({ length: 20 }, (_, place) => place * 18);
    const files = await upload(
      page,
      hues.map((hue) => ({ hue, width: 320, height: 240 })),
    );
    await createRows(
      "scraped_media",
      files.map((file_id, place) => ({
        user_id,
        file_id,
        media_type: "image",
        caption: `Number ${place + 1}`,
      })),
    );
    // A post of words alone can't be marked.
    await createRow("scraped_media", { user_id, media_type: "image", caption: "Words alone" });

    await page.goto("/app/media");
    const grid = page.getByRole("grid", { name: "Your media" });
    await expect(grid.getByRole("link")).toHaveCount(21);
    await grid.getByRole("link").first().focus();
    await page.keyboard.press("Space");
    const bar = page.getByRole("toolbar", { name: "Selected entries" });
    await bar.getByRole("button", { name: "Select all 21 loaded" }).click();
    await bar.getByRole("button", { name: "Work on" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Watermark/ })
      .click();
    const dialog = page.getByRole("dialog", { name: "Watermark" });
    await expect(dialog.getByText("1 of 21 is left out: one has no file.")).toBeVisible();
    await dialog.getByLabel("Text", { exact: true }).fill("@robin");
    await dialog.getByLabel("All over the picture, in slanted rows").check();
    await picturesAreThere(page);
    await examine(page, "dialog-watermark-many", project.name);
    await dialog.getByRole("button", { name: "Save as preset" }).click();
    await dialog.getByLabel("Name of the preset").fill("All over");
    await page.keyboard.press("Enter");
    await expect(dialog.getByLabel("Preset", { exact: true })).toHaveValue(/.+/);
    await dialog.getByRole("button", { name: "Make 20 copies" }).click();
    await page.getByRole("button", { name: "Show jobs" }).click();

    await expect(page).toHaveURL("/app/jobs");
    const batch = page.getByRole("listitem").filter({ hasText: "Watermark 20 entries" });
    await expect(batch).toBeVisible();
    // It goes on without her.
    await page.goto("/app/calendar");
    await page.goto("/app/jobs");
    await expect(batch.getByText("20 of 20 done")).toBeVisible();
    await batch.getByRole("button", { name: /^The 20 copies/ }).click();
    await expect(batch.getByRole("link")).toHaveCount(20);
    await picturesAreThere(page);
    await examine(page, "jobs-batch", project.name);

    const entries = await rowsOf("scraped_media", account.email);
    const copies = entries.filter(({ source }) => source === "derived");
    const origins = entries.filter((entry) => entry["file_id"] !== null && !copies.includes(entry));
    expect(copies.map((copy) => String(copy["derived_from"])).toSorted()).toEqual(
      origins.map(({ id }) => String(id)).toSorted(),
    );
    expect(await rowsOf("media_presets", account.email)).toMatchObject([
      { name: "All over", job_type: "watermark", options: { text: "@robin", tile: true } },
    ]);
    await batch.getByRole("link").first().click();
    await expect(page).toHaveURL(/\/app\/media\?item=/);
    await expect(page.getByRole("dialog").getByText("Made from")).toBeVisible();
  },
);

test(
  "a picture that looks like one that went out lately is told of before it is scheduled",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const user_id = await userIdOf(account.email);
    const creator_profile_id = await createRow("creator_profiles", {
      user_id,
      platform: "sandbox",
      username: "robin.lee",
      connection_status: "connected",
    });
    await page.goto("/app/settings/appearance");
    const [posted, again, other] = await upload(page, [
      { hue: 20, width: 1200, height: 900 },
      { hue: 20, width: 500, height: 375, quality: 0.5 },
      { hue: 200, width: 500, height: 375, isMirrored: true },
    ]);
    await createRow("scraped_media", {
      user_id,
      creator_profile_id,
      platform_post_id: "post-1",
      source: "scraped",
      media_type: "image",
      file_id: posted,
      caption: "Out already",
      published_at: ago(3 * dayMs + 60_000),
    });
    const [copyId, otherId] = await Promise.all(
      [again, other].map((file_id) =>
        createRow("scraped_media", { user_id, media_type: "image", file_id }),
      ),
    );

    await page.goto(`/app/calendar?compose=new&media=${copyId},${otherId}`);
    const composer = page.getByRole("dialog", { name: "New post" });
    const notes = composer.getByRole("list", { name: "Posted lately" });
    await expect(notes.getByRole("listitem")).toHaveText([
      /This picture, or one that looks the same, went to @robin\.lee 3 days ago\./,
    ]);
    await picturesAreThere(page);
    await examine(page, "composer-lately", project.name);
    // It is a warning and keeps nothing back.
    await composer.getByLabel("Caption").fill("Once more");
    await composer.getByRole("button", { name: "Schedule post" }).click();
    await expect(composer).toBeHidden();
    expect(await rowsOf("scheduled_posts", account.email)).toMatchObject([{ status: "pending" }]);
  },
);

type Drawing = {
  hue: number;
  width: number;
  height: number;
  quality?: number;
  isMirrored?: boolean;
};

/** Draws pictures in the browser and hands them in as she would; answers their files in that order. */
async function upload(page: Page, drawings: Drawing[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const ids: string[] = [];
    for (const { hue, width, height, quality = 0.92, isMirrored = false } of wanted) {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("there is no canvas");
      if (isMirrored) context.setTransform(-1, 0, 0, -1, width, height);
      const gradient = context.createLinearGradient(0, 0, width, height);
      gradient.addColorStop(0, `hsl(${hue} 70% 75%)`);
      gradient.addColorStop(1, `hsl(${hue + 240} 60% 25%)`);
      context.fillStyle = gradient;
      context.fillRect(0, 0, width, height);
      context.fillStyle = "hsl(50 80% 60%)";
      context.arc(width * 0.7, height * 0.3, height * 0.2, 0, 7);
      context.fill();
      context.fillStyle = "hsl(150 50% 30%)";
      context.fillRect(width * 0.1, height * 0.55, width * 0.35, height * 0.3);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
      const form = new FormData();
      form.append("file", new File([blob], "picture.jpg", { type: "image/jpeg" }));
      const response = await fetch("/api/directus/uploads", { method: "POST", body: form });
      const { data }: { data: { id: string } } = await response.json();
      ids.push(data.id);
    }
    return ids;
  }, drawings);
}

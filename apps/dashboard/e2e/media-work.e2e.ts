import type { Page } from "@playwright/test";
import { createRow, rowsOf, userIdOf } from "./admin-api.ts";
import { ago } from "./library-data.ts";
import { examine, expect, picturesAreThere, test } from "./test.ts";

const dayMs = 24 * 60 * 60_000;

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

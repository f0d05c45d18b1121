import { type Account, createRow, createRows, userIdOf } from "./admin-api.ts";
import { ago } from "./library-data.ts";
import { content, examine, expect, nothingScrollsSideways, test } from "./test.ts";

const dayMs = 24 * 60 * 60_000;

test("what posts are about tells what works, and narrows the library", async ({ page, account }, {
  project,
}) => {
  await publish(account);
  await page.goto("/app/insights");
  const works = page.getByRole("region", { name: "What works for you?" });
  // The worker classifies them meanwhile.
  await expect(works.getByText("24 posts compared.")).toBeVisible();
  await expect(works.getByText("What engages on Sandbox?")).toBeVisible();
  const tag = works.getByRole("row", { name: /behind the scenes/ });
  await expect(tag).toContainText(/12 posts, [\d.]+ times the rest/);
  await works.getByText("How sure is this?").click();
  await expect(works.getByText(/of fewer than 5 posts are not judged/)).toBeVisible();
  await examine(page, "what-works", project.name);
  await nothingScrollsSideways(page);

  await works.getByRole("link", { name: "Earnings" }).click();
  await expect(page).toHaveURL(/by=earnings/);
  await expect(works.getByText("What earns on Sandbox? (US Dollar)")).toBeVisible();
  await expect(tag).toContainText("$9.00");
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await works.screenshot({ path: `test-results/screenshots/${project.name}/320-what-works.png` });
  await page.setViewportSize(project.use.viewport ?? { width: 1280, height: 800 });

  await tag.getByRole("link").click();
  await expect(page).toHaveURL(
    /platform=sandbox&source=scraped&from=[\d-]+&subject=behind\+the\+scenes$/,
  );
  await expect(content(page).getByText("12 entries")).toBeVisible();
  const takeOff = page.getByRole("button", { name: "Take off: behind the scenes" });
  await expect(takeOff).toBeVisible();
  await takeOff.click();
  await expect(content(page).getByText("24 entries")).toBeVisible();

  const isPhone = project.name.startsWith("phone");
  if (isPhone) await page.getByRole("button", { name: "Filters" }).click();
  const form = page.getByRole("group", { name: "Content type" }).filter({ visible: true });
  await form.scrollIntoViewIfNeeded();
  await examine(page, "library-concepts", project.name);
  const band = form.getByRole("checkbox", { disabled: false }).first();
  await band.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/concept=content-type\.(low|medium|high)/);
  await expect(band).toBeChecked();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Take off: Content type: / })).toBeVisible();
});

/** Half of them behind the scenes, which does better, and half in the kitchen. */
async function publish(account: Account): Promise<void> {
  const userId = await userIdOf(account.email);
  const profileId = await createRow("creator_profiles", {
    user_id: userId,
    platform: "sandbox",
    username: "robin.lee",
    connection_status: "connected",
    scrape_status: "success",
    last_scraped_at: ago(dayMs),
  });
  const rows = Array.from({ length: 24 }, (_, place) => {
    const isBehind = place % 2 === 0;
    return {
      user_id: userId,
      creator_profile_id: profileId,
      platform_post_id: `post-${place}`,
      media_type: "image",
      source: "scraped",
      caption: isBehind ? "Behind the scenes at the studio" : "Good morning, coffee in the kitchen",
      published_at: ago((place + 1) * dayMs),
      likes: (isBehind ? 900 : 100) + place,
      comments: 3,
      earnings: isBehind ? "9.00" : "4.00",
      currency: "USD",
    };
  });
  await createRows("scraped_media", rows);
}

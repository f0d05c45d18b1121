import { createRow, rowsOf } from "./admin-api.ts";
import { ago, fillLibrary, insertJob } from "./library-data.ts";
import { content, examine, expect, test, nothingScrollsSideways } from "./test.ts";

test("jobs are shown by state, and a failed one can be tried again", async ({ page, account }, {
  project,
}) => {
  const { userId, profileId, mediaIds } = await fillLibrary(page, account);
  const scrape = { user_id: userId, job_type: "scrape_profile", creator_profile_id: profileId };
  const mark = { user_id: userId, job_type: "watermark", input_media_id: mediaIds[0] };
  const connected = { user_id: userId, creator_profile_id: profileId };
  const asked = { ...connected, platform: "sandbox", reason: "two_factor" };
  const waits_for = await createRow("hitl_sessions", asked);
  await insertJob({
    ...mark,
    status: "active",
    // No sweep takes it for lost.
    waits_for,
    progress: 25,
    created_at: ago(40_000),
    started_at: ago(30_000),
  });
  await insertJob({
    ...mark,
    input_media_id: mediaIds[1],
    payload: JSON.stringify({ text: "@robin.lee" }),
    status: "failed",
    error: "This picture can't be read: it is damaged, too large or no picture. Nothing was made.",
    created_at: ago(600_000),
    completed_at: ago(590_000),
  });
  await insertJob({
    ...scrape,
    status: "completed",
    progress: 100,
    created_at: ago(7_200_000),
    completed_at: ago(7_100_000),
  });
  await insertJob({
    ...mark,
    input_media_id: mediaIds[2],
    output_media_id: mediaIds[3],
    status: "completed",
    progress: 100,
    created_at: ago(7_300_000),
    completed_at: ago(7_250_000),
  });
  const waiting = { status: "queued", waits_for };
  await insertJob({ ...scrape, ...waiting, created_at: ago(120_000) });
  await insertJob({
    ...connected,
    ...waiting,
    job_type: "verify_platform",
    created_at: ago(110_000),
  });
  await insertBatch({ userId, mediaIds: mediaIds.slice(14, 18), waits_for });
  await page.goto("/app/jobs");
  await expect(page.getByRole("heading", { name: "Jobs", exact: true })).toBeVisible();
  const batch = page.getByRole("listitem").filter({ hasText: "Make a teaser of 4 entries" });
  await expect(batch.getByText("2 of 4 done, 1 failed")).toBeVisible();
  await expect(batch.getByText("There was no room for it. Nothing was made.")).toBeVisible();
  await batch.getByRole("button", { name: /^The 2 copies/ }).click();
  await expect(batch.getByRole("link")).toHaveCount(2);
  await expect(content(page).getByText(/^25 %, about/)).toBeVisible();
  await expect(content(page).getByText("Scrape @robin.lee on Sandbox")).toHaveCount(2);
  await expect(content(page).getByText(/^Waits until you have signed in/)).toHaveCount(2);
  await examine(page, "jobs", project.name);
  await nothingScrollsSideways(page);

  await page
    .getByRole("navigation", { name: "Show" })
    .getByRole("link", { name: "Failed" })
    .click();
  await expect(page).toHaveURL("/app/jobs?state=failed");
  await expect(page.getByRole("heading", { name: "Done" })).toBeHidden();
  const failed = page.getByRole("listitem").filter({ hasText: "The blue set, part two" });
  await expect(failed).toContainText("it is damaged, too large or no picture");
  await failed.getByRole("button", { name: /^Retry/ }).click();
  await expect
    .poll(async () =>
      (await rowsOf("media_jobs", account.email)).filter(
        (job) => job["input_media_id"] === mediaIds[1],
      ),
    )
    .toHaveLength(2);
  await page.goBack();
  await expect(page).toHaveURL("/app/jobs");
  await batch.getByRole("button", { name: /^Call off/ }).click();
  await expect(batch.getByText("2 of 4 done, 1 failed, 1 called off")).toBeVisible();
  await expect(batch.getByRole("button", { name: /^Call off/ })).toBeHidden();
  await batch.getByRole("button", { name: /^Retry/ }).click();
  await expect(batch.getByText("3 of 4 done, 1 called off")).toBeVisible();
  await expect(content(page).getByText(/Tried again since/)).toBeVisible();

  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.screenshot({
    path: `test-results/screenshots/${project.name}/320-jobs.png`,
    fullPage: true,
  });
});

test("without any job the page says what would be here", async ({ page, account }, { project }) => {
  test.slow();
  expect(account.name).toBe("Robin");
  await page.goto("/app/jobs");
  await expect(content(page).getByText("Nothing to do")).toBeVisible();
  await examine(page, "jobs-empty", project.name);
  await page.goto("/app/jobs?state=failed");
  await expect(content(page).getByText("Nothing has failed.")).toBeVisible();
});

/** Four teasers asked for at once: two are there, one is being made, one failed. */
async function insertBatch(of: {
  userId: string;
  mediaIds: readonly string[];
  waits_for: string;
}): Promise<void> {
  const batch_id = crypto.randomUUID();
  const states = ["completed", "completed", "active", "failed"] as const;
  for (const [place, status] of states.entries()) {
    const isOver = status !== "active";
    await insertJob({
      user_id: of.userId,
      job_type: "teaser",
      batch_id,
      input_media_id: of.mediaIds[place],
      output_media_id: status === "completed" ? of.mediaIds[place] : null,
      payload: JSON.stringify({}),
      status,
      waits_for: isOver ? null : of.waits_for,
      progress: isOver ? 100 : 40,
      error: status === "failed" ? "There was no room for it. Nothing was made." : null,
      created_at: ago(60_000),
      started_at: ago(50_000),
      completed_at: isOver ? ago(20_000) : null,
    });
  }
}

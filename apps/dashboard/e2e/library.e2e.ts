import type { Locator, Page } from "@playwright/test";
import { chooseZone, createRow, rowsOf } from "./admin-api.ts";
import { asPublisher, connectSample } from "./sample-data.ts";
import { ago, fillLibrary, insertJob, updateJob } from "./library-data.ts";
import { content, examine, expect, test, nothingScrollsSideways } from "./test.ts";

// One red pixel.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("the library is searched and filtered, all of it in the address", async ({ page, account }, {
  project,
}) => {
  await fillLibrary(page, account);
  await page.goto("/app/media");
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  await expect(content(page).getByText("30 entries")).toBeVisible();
  await picturesAreThere(page);
  await examine(page, "library", project.name);
  await nothingScrollsSideways(page);

  await page.keyboard.press("/");
  await expect(page.getByLabel("Search captions, tags and file names")).toBeFocused();
  await page.keyboard.type("sea");
  await expect(content(page).getByText("5 entries")).toBeVisible();
  await expect(page).toHaveURL(/q=sea/);
  await page.getByLabel("Search captions, tags and file names").fill("no such caption");
  await expect(content(page).getByText("Nothing in your library matches that")).toBeVisible();
  await examine(page, "library-nothing-found", project.name);
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(content(page).getByText("30 entries")).toBeVisible();

  const isPhone = project.name.startsWith("phone");
  if (isPhone) {
    await page.getByRole("button", { name: "Filters" }).click();
    await examine(page, "library-filters", project.name);
  }
  await page
    .getByLabel(/^Videos/)
    .filter({ visible: true })
    .check();
  if (isPhone) await page.getByRole("button", { name: "Show 3 entries" }).click();
  await page.getByLabel("Sort by").selectOption("likes");
  await expect(page).toHaveURL(/type=video&sort=likes/);
  await expect(content(page).getByText("3 entries")).toBeVisible();
  await page.reload();
  await expect(content(page).getByText("3 entries")).toBeVisible();

  await page.getByRole("button", { name: "Saved views" }).click();
  const views = page.getByRole("dialog", { name: "Saved views" });
  await views.getByLabel("Save what is shown now as").fill("Best videos");
  await views.getByRole("button", { name: "Save view" }).click();
  await expect(views.getByRole("button", { name: "Best videos", exact: true })).toBeVisible();
  await examine(page, "library-views", project.name);
  await views.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Saved views" })).toBeFocused();
  await page.getByRole("button", { name: "Take off: Videos" }).click();
  await expect(content(page).getByText("30 entries")).toBeVisible();
  await page.getByRole("button", { name: "List", exact: true }).click();
  await picturesAreThere(page);
  await examine(page, "library-list", project.name);
  await page.getByRole("button", { name: "Saved views" }).click();
  await views.getByRole("button", { name: "Best videos", exact: true }).click();
  await expect(content(page).getByText("3 entries")).toBeVisible();
  await page.getByRole("button", { name: "Grid", exact: true }).click();

  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await picturesAreThere(page);
  await page.screenshot({ path: `test-results/screenshots/${project.name}/320-media.png` });
});

test("entries are selected together, tagged, deleted and taken back", async ({ page, account }, {
  project,
}) => {
  const { mediaIds } = await fillLibrary(page, account);
  await page.goto("/app/media");
  const tiles = page.getByRole("grid", { name: "Your media" }).getByRole("link");
  await expect(tiles.first()).toBeVisible();
  await picturesAreThere(page);
  if (project.name.startsWith("phone")) {
    await holdFinger(page, tiles.first());
    await tiles.nth(1).tap();
  } else {
    await tiles.first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowRight");
  }
  const bar = page.getByRole("toolbar", { name: "Selected entries" });
  await expect(bar.getByText("2 selected")).toBeVisible();
  await examine(page, "library-selected", project.name);
  await nothingScrollsSideways(page);

  await bar.getByRole("button", { name: "Tag" }).click();
  const dialog = page.getByRole("dialog", { name: "Tags of 2 entries" });
  await dialog.getByLabel("Tags to add").fill("holiday, red");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await examine(page, "dialog-tags", project.name);
  await dialog.getByRole("button", { name: "Save tags" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/app/media?tag=holiday&tag=red");
  await expect(content(page).getByText("2 entries")).toBeVisible();

  await tiles.first().click();
  await expect(page.getByRole("dialog", { name: "Picture" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(`item=${mediaIds[1]}`));
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(content(page).getByText("1 entry", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(content(page).getByText("2 entries")).toBeVisible();

  await tiles.first().focus();
  await page.keyboard.press("Delete");
  await expect(content(page).getByText("1 entry", { exact: true })).toBeVisible();
  await page.goto("/app/media?bin=1");
  await expect(content(page).getByText("1 entry in the bin")).toBeVisible();
  await tiles.first().focus();
  await page.keyboard.press("Space");
  await bar.getByRole("button", { name: "Restore" }).click();
  await expect(content(page).getByText("The bin is empty")).toBeVisible();
  await page.goto("/app/media");
  await expect(content(page).getByText("30 entries")).toBeVisible();
});

test("an entry tells what it is, and a watermarked copy of it appears by itself", async ({
  page,
  account,
}, { project }) => {
  test.slow();
  const { userId, profileId, mediaIds } = await fillLibrary(page, account);
  await page.goto("/app/media");
  const grid = page.getByRole("grid", { name: "Your media" });
  await grid.getByRole("link", { name: "Morning light in the new studio" }).first().click();
  await expect(page).toHaveURL(new RegExp(`item=${mediaIds[0]}`));
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("4,000", { exact: true })).toBeVisible();
  await expect(drawer.getByRole("link", { name: "Open on Sandbox" }).first()).toBeVisible();
  await picturesAreThere(page);
  await examine(page, "library-drawer", project.name);

  await drawer.getByRole("button", { name: "Watermark" }).click();
  const dialog = page.getByRole("dialog", { name: "Watermark" });
  await expect(dialog.getByLabel("Text", { exact: true })).toHaveValue("@robin.lee");
  await picturesAreThere(page);
  await examine(page, "dialog-watermark", project.name);
  await page.keyboard.press("Escape");

  const job = await insertJob({
    user_id: userId,
    job_type: "watermark",
    input_media_id: mediaIds[0],
    status: "active",
    progress: 20,
    created_at: ago(0),
    // Ahead, so that no sweep takes it for lost.
    started_at: ago(-600_000),
  });
  await page.reload();
  await expect(drawer.getByText("A new version is being made … 20 %")).toBeVisible();
  await examine(page, "library-watermarking", project.name);
  const copy = await createRow("scraped_media", {
    user_id: userId,
    creator_profile_id: profileId,
    derived_from: mediaIds[0],
    source: "derived",
    media_type: "image",
    caption: "With her name on it",
  });
  await updateJob(job, "completed", 100, copy);
  await expect(drawer.getByRole("link", { name: "With her name on it" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page).not.toHaveURL(/item=/);
  await expect(grid.getByRole("link", { name: "With her name on it" })).toBeVisible();

  await grid.getByRole("link", { name: "Morning light in the new studio" }).first().click();
  await drawer.getByRole("link", { name: "Schedule" }).click();
  const composer = page.getByRole("dialog", { name: "New post" });
  await expect(composer.getByRole("button", { name: "Remove item 1" })).toBeVisible();
});

test("files are uploaded, refused in words, captioned and deleted", async ({ page, account }, {
  project,
}) => {
  await page.goto("/app/media");
  await expect(content(page).getByText("Your library is empty")).toBeVisible();
  await examine(page, "library-empty", project.name);
  await page.locator("input[type=file]").setInputFiles([
    { name: "red.png", mimeType: "image/png", buffer: png },
    { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("%PDF-1.7 no picture") },
  ]);
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByText("In your library")).toBeVisible();
  await expect(uploads.getByText(/notes\.png is not a picture or video/)).toBeVisible();
  const tile = page.getByRole("grid", { name: "Your media" }).getByRole("link");
  await expect(tile).toHaveCount(1);
  await examine(page, "library-uploads", project.name);
  expect(await rowsOf("scraped_media", account.email)).toMatchObject([
    { source: "uploaded", media_type: "image" },
  ]);

  await tile.click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Caption").fill("A red dot");
  await expect(drawer.getByText("Saved", { exact: true })).toBeVisible();
  await expect
    .poll(() => rowsOf("scraped_media", account.email))
    .toMatchObject([{ caption: "A red dot" }]);
  await drawer.getByRole("button", { name: "Delete" }).click();
  await expect(content(page).getByText("Your library is empty")).toBeVisible();
});

test(
  "a caption that was just begun outlives the next entry and a press beside the drawer",
  { tag: "@once" },
  async ({ page, account }) => {
    const { mediaIds } = await connectSample(page, account);
    const captions = async () =>
      (await rowsOf("scraped_media", account.email)).map(({ caption }) => caption);
    await page.goto("/app/media?sort=oldest");
    await page.getByRole("grid", { name: "Your media" }).getByRole("link").first().click();
    const drawer = page.getByRole("dialog", { name: "Picture" });
    const caption = drawer.getByLabel("Caption");
    await expect(caption).toHaveValue(/^A picture in hue/);
    await caption.fill("Gone on to the next at once");
    await drawer.getByRole("button", { name: "Next" }).click();
    await expect(caption).toHaveValue(/^A picture in hue/);
    await expect.poll(captions).toContain("Gone on to the next at once");
    await drawer.getByRole("button", { name: "Previous" }).click();
    await expect(caption).toHaveValue("Gone on to the next at once");
    await caption.fill("Pressed beside at once");
    await page.mouse.click(300, 300);
    await expect(drawer).toBeHidden();
    await expect.poll(captions).toContain("Pressed beside at once");
    expect(await captions()).toHaveLength(mediaIds.length);
  },
);

test(
  "how an entry did is dated by the days of the readings, west of Greenwich too",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const { userId, mediaIds } = await connectSample(page, account);
    await chooseZone(account.email, "America/New_York");
    await asPublisher((client) =>
      client.query(
        `insert into media_snapshots (id, user_id, scraped_media_id, taken_on, likes)
         select gen_random_uuid(), $1, $2, read.day, read.likes
           from (values (timestamptz '2026-03-02T00:00:00Z', 5), ('2026-03-05T00:00:00Z', 9)) as read(day, likes)`,
        [userId, mediaIds[0]],
      ),
    );
    await page.goto(`/app/media?item=${mediaIds[0]}`);
    const drawer = page.getByRole("dialog", { name: "Picture" });
    await drawer.getByText("Show as table").click();
    await expect(drawer.getByRole("rowheader")).toHaveText([/^Thu 5 Mar/, /^Mon 2 Mar/]);
    await expect(drawer.getByRole("slider", { name: "Look at one day" })).toHaveAttribute(
      "aria-valuetext",
      /^Thu 5 Mar.*9$/,
    );
    await examine(page, "library-course", project.name);
  },
);

test(
  "files are uploaded by dropping them on the page",
  { tag: "@once" },
  async ({ page, account }) => {
    await page.goto("/app/media");
    await expect(content(page).getByText("Your library is empty")).toBeVisible();
    const files = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "red.png", { type: "image/png" }));
        return transfer;
      },
      [...png],
    );
    await page.dispatchEvent("main", "dragover", { dataTransfer: files });
    await expect(page.getByText("Drop pictures and videos to upload them")).toBeVisible();
    await page.dispatchEvent("main", "drop", { dataTransfer: files });
    await expect(page.getByText("Drop pictures and videos to upload them")).toBeHidden();
    await expect(page.getByRole("grid", { name: "Your media" }).getByRole("link")).toHaveCount(1);
    expect(await rowsOf("scraped_media", account.email)).toHaveLength(1);
  },
);

test("private mode blurs media and figures", async ({ page, account }, { project }) => {
  test.slow();
  await fillLibrary(page, account);
  await page.context().addCookies([
    {
      name: "genie_device",
      value: encodeURIComponent(JSON.stringify({ privateMode: true })),
      url: new URL(page.url()).origin,
    },
  ]);
  await page.goto("/app/media");
  const grid = page.getByRole("grid", { name: "Your media" });
  await expect(grid.locator("img").first()).toHaveCSS("filter", "blur(24px)");
  await expect(grid.locator("[data-sensitive='true']").first()).toHaveCSS("filter", /blur/);
  await picturesAreThere(page);
  await page.screenshot({
    path: `test-results/screenshots/${project.name}/library-private.png`,
  });
});

/** As a finger does that stays where it is until something happens. */
async function holdFinger(page: Page, on: Locator): Promise<void> {
  const box = await on.boundingBox();
  if (box === null) throw new Error("there is nothing to hold");
  const client = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await expect(page.getByRole("toolbar", { name: "Selected entries" })).toBeVisible();
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Every picture that is in view has come. */
async function picturesAreThere(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.images]
          .filter((image) => image.getBoundingClientRect().top < window.innerHeight)
          .every((image) => image.complete && image.naturalWidth > 0),
      ),
    )
    .toBe(true);
}

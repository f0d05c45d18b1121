import { createRow, createRows, rowsOf, userIdOf } from "./admin-api.ts";
import { content, examine, expect, test, nothingScrollsSideways } from "./test.ts";

const caption = "Golden hour at the beach. New giveawey tomorrow, and #zebrastripes all week";

test("an entry is sorted by itself, says why, and stays as its creator corrects it", async ({
  page,
  account,
}, { project }) => {
  const user_id = await userIdOf(account.email);
  const id = await createRow("scraped_media", {
    user_id,
    media_type: "image",
    source: "uploaded",
    caption,
    tags: ["sunset"],
  });
  await page.goto(`/app/media?item=${id}`);
  const about = page.getByRole("region", { name: "What it is about" });
  // The worker sorts it; the page hears of that by itself.
  const beach = about.getByRole("button", { name: "Tag: beach", exact: true });
  await expect(beach).toBeVisible();
  await expect(about.getByRole("button", { name: "Tag: sunset" })).toBeVisible();
  await expect(about.getByText("Being sorted")).toBeHidden();
  await about.evaluate((section) => section.scrollIntoView({ block: "start" }));
  await examine(page, "media-about", project.name);
  await nothingScrollsSideways(page);

  await about.getByRole("button", { name: "Why: Production quality" }).press("Enter");
  const quality = page.getByRole("dialog", { name: "Production quality" });
  await expect(quality.getByText("“Golden hour” in the caption")).toBeVisible();
  await examine(page, "media-about-why", project.name);
  await page.keyboard.press("Escape");
  await expect(quality).toBeHidden();
  await about.getByRole("button", { name: "Why: Engagement potential" }).click();
  const potential = page.getByRole("dialog", { name: "Engagement potential" });
  await expect(potential.getByText("“giveawey” in the caption, read as “giveaway”")).toBeVisible();
  await potential.getByRole("slider", { name: "How strong you find it" }).fill("20");
  await expect(potential.getByText("You have set this.")).toBeVisible();
  await examine(page, "media-about-set", project.name);
  await potential.getByRole("button", { name: "Close" }).click();

  await beach.click();
  await examine(page, "media-about-tag", project.name);
  await page.getByRole("menuitem", { name: "Not this" }).click();
  await expect(beach).toBeHidden();
  const said = page.locator("li", { hasText: "“beach” is taken off." });
  await said.getByText("Undo", { exact: true }).click();
  await expect(beach).toBeVisible();
  await beach.click();
  await page.getByRole("menuitem", { name: "Not this" }).click();
  await expect(beach).toBeHidden();
  await about.getByRole("button", { name: "Add a tag" }).click();
  await page.getByPlaceholder("Find a tag").fill("cospl");
  await page
    .getByRole("option", { name: /^cosplay\b/ })
    .first()
    .click();
  const cosplay = about.getByRole("button", { name: "Tag: cosplay, added by you" });
  await expect(cosplay).toBeVisible();
  await expect
    .poll(() => correctionsOf(account.email))
    .toEqual({
      concepts: { "engagement-potential": 0.2 },
      added: ["cosplay"],
      removed: ["beach"],
    });

  // Sorted again, and other words beside it: what she said stays.
  await page.goto("/app/settings/tags");
  await page.getByRole("button", { name: "Sort my library again" }).click();
  await expect(content(page).getByText("Your one entry is sorted.")).toBeVisible();
  await page.goto(`/app/media?item=${id}`);
  await expect(cosplay).toBeVisible();
  await expect(about.getByRole("button", { name: "Tag: sunset" })).toBeVisible();
  await expect(beach).toBeHidden();
  await expect(about.getByText("A little, set by you")).toBeVisible();
  await about.getByRole("button", { name: "Why: Engagement potential" }).click();
  await potential.getByRole("button", { name: "As found" }).click();
  await expect(about.getByText("A little, set by you")).toBeHidden();
});

test("her own tags win in her whole library, and a word can be ignored in all of it", async ({
  page,
  account,
}, { project }) => {
  const user_id = await userIdOf(account.email);
  const entry = { user_id, media_type: "image", source: "uploaded" };
  const ids = [crypto.randomUUID(), crypto.randomUUID()] as const;
  await createRows("scraped_media", [
    { ...entry, id: ids[0], caption: "At the beach with my zebra stripes" },
    { ...entry, id: ids[1], caption: "One more day at the beach" },
  ]);
  await page.goto("/app/settings/tags");
  await expect(content(page).getByText("No tags of your own")).toBeVisible();
  await expect(content(page).getByText("All 2 entries are sorted.")).toBeVisible();
  await examine(page, "settings-tags-empty", project.name);
  await page.getByRole("button", { name: "Add a tag" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save tag" }).click();
  await expect(dialog.getByLabel("Tag", { exact: true })).toHaveAccessibleDescription(
    /Enter a word/,
  );
  await dialog.getByLabel("Tag", { exact: true }).fill("Zebra stripes");
  await dialog.getByLabel("Concept", { exact: true }).selectOption("audience-appeal");
  await dialog.getByLabel("A lot").check();
  await examine(page, "settings-tags-dialog", project.name);
  await dialog.getByRole("button", { name: "Save tag" }).click();
  const list = page.getByRole("list", { name: "Your tags" });
  await expect(list.getByText("Audience appeal: A lot")).toBeVisible();
  await expect(content(page).getByText("All 2 entries are sorted.")).toBeVisible();

  await page.goto(`/app/media?item=${ids[0]}`);
  const about = page.getByRole("region", { name: "What it is about" });
  await expect(about.getByRole("list", { name: "Audience appeal" })).toContainText("zebra stripes");
  const beach = about.getByRole("button", { name: "Tag: beach", exact: true });
  await beach.click();
  await page.getByRole("menuitem", { name: "Always sort it otherwise" }).click();
  await dialog.getByLabel("Concept", { exact: true }).selectOption("audience-appeal");
  await dialog.getByRole("button", { name: "Save tag" }).click();
  await expect(about.getByRole("list", { name: "Audience appeal" })).toContainText("beach");
  await beach.click();
  await page.getByRole("menuitem", { name: "Always ignore it" }).click();
  await expect(beach).toBeHidden();
  await page.goto(`/app/media?item=${ids[1]}`);
  await expect(about.getByText("No words here say what it is about.")).toBeVisible();
  await about.evaluate((section) => section.scrollIntoView({ block: "start" }));
  await examine(page, "media-about-nothing", project.name);

  await page.goto("/app/settings/tags");
  await expect(list.getByText("Ignored: it counts for nothing")).toBeVisible();
  await examine(page, "settings-tags", project.name);
  await nothingScrollsSideways(page);
  await page.getByRole("button", { name: "Delete beach" }).click();
  await expect(list.getByText("beach")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(list.getByText("beach")).toBeVisible();
  await page.getByRole("button", { name: "Delete beach" }).click();
  await expect(list.getByText("beach")).toBeHidden();
  await page.goto(`/app/media?item=${ids[1]}`);
  await expect(beach).toBeVisible();
});

test(
  "a word that is no known tag is added as a tag of her own, and what is proposed is taken or dismissed",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const user_id = await userIdOf(account.email);
    const id = await createRow("scraped_media", {
      user_id,
      media_type: "image",
      source: "uploaded",
      caption: "A day off",
      // As the gate keeps what a language model has named.
      taxonomy_proposals: ["poll", "cosplay"],
    });
    await page.goto(`/app/media?item=${id}`);
    const about = page.getByRole("region", { name: "What it is about" });
    const proposed = about.getByRole("list", { name: "Proposed" });
    await expect(proposed.getByRole("listitem")).toHaveCount(2);
    await about.evaluate((section) => section.scrollIntoView({ block: "end" }));
    await examine(page, "media-about-proposed", project.name);
    await proposed.getByRole("button", { name: "Take poll" }).click();
    await expect(about.getByRole("button", { name: "Tag: poll, added by you" })).toBeVisible();
    await proposed.getByRole("button", { name: "Dismiss cosplay" }).click();
    await expect(proposed).toBeHidden();

    await about.getByRole("button", { name: "Add a tag" }).click();
    await page.getByPlaceholder("Find a tag").fill("playa");
    await page.getByRole("option", { name: "Add “playa”" }).click();
    await expect(about.getByRole("button", { name: "Tag: beach, added by you" })).toBeVisible();
    await about.getByRole("button", { name: "Add a tag" }).click();
    await page.getByPlaceholder("Find a tag").fill("zebra stripes");
    await expect(page.getByRole("option", { name: "Add “zebra stripes”" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByText("“zebra stripes” is none of the known tags")).toBeVisible();
    await examine(page, "media-about-unknown", project.name);
    await page.getByRole("button", { name: "Make “zebra stripes” a tag of mine" }).click();
    await page.getByRole("button", { name: "Save tag" }).click();
    const zebra = about.getByRole("button", { name: "Tag: zebra stripes, added by you" });
    await expect(zebra).toBeVisible();
    await expect
      .poll(() => correctionsOf(account.email))
      .toEqual({
        concepts: {},
        added: ["poll", "beach", "zebra stripes"],
        removed: ["cosplay"],
      });

    // This installation has no model to ask.
    await about.getByRole("button", { name: "Suggest tags" }).click();
    await expect(about.getByRole("alert")).toContainText("There is no language model to ask.");
    await page.goto("/app/jobs");
    await expect(content(page).getByText("Suggest tags for “A day off”")).toBeVisible();
  },
);

async function correctionsOf(email: string): Promise<unknown> {
  const [entry] = await rowsOf("scraped_media", email);
  return entry?.["taxonomy_corrections"];
}

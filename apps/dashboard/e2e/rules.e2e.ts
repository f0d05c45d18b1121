import { readFile } from "node:fs/promises";
import { asPublisher, connectSample } from "./sample-data.ts";
import { content, examine, expect, nothingScrollsSideways, test } from "./test.ts";

test("rules are made, refuse a post in words, and keep one that waits from going out", async ({
  page,
  account,
}, info) => {
  const { name: project } = info.project;
  const isPhone = project.startsWith("phone");
  await connectSample(page, account);
  const list = page.getByRole("list", { name: "Your rules" });
  const row = list.getByRole("listitem").filter({ hasText: "House rules" });

  await test.step("they are made from a list that is pasted", async () => {
    await page.goto("/app/settings/rules");
    await expect(content(page).getByText("No rules yet")).toBeVisible();
    await examine(page, "settings-rules-empty", project);
    await page.getByRole("button", { name: /Paid partnerships/ }).click();
    const dialog = page.getByRole("dialog", { name: "New rules" });
    await expect(dialog.getByRole("list", { name: "Hashtags" })).toContainText("#ad");
    // As long as nothing was entered, a press beside closes it.
    await page.mouse.click(5, 5);
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: /Paid partnerships/ }).click();
    await dialog.getByRole("button", { name: "Remove ad" }).click();
    await dialog.getByLabel("Name").fill("");
    await dialog.getByRole("button", { name: "Save rules" }).click();
    await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/Give these rules a name/);
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await dialog.getByLabel("Name").fill("House rules");
    const words = dialog.getByRole("textbox", { name: "Words that never appear" });
    await words.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "discount\nmeet me; Free");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    await words.fill("free");
    await words.press("Enter");
    await expect(
      dialog.getByRole("list", { name: "Words that never" }).getByRole("listitem"),
    ).toHaveText(["discount", "meet me", "Free"]);
    await page.mouse.click(5, 5);
    await expect(dialog.getByRole("list", { name: "Words that never" })).toBeVisible();
    await dialog.getByLabel("Most hashtags").fill("three");
    await dialog.getByRole("button", { name: "Save rules" }).click();
    await expect(dialog.getByLabel("Most hashtags")).toHaveAccessibleDescription(
      /a whole number from 0 to 100/,
    );
    await dialog.getByLabel("Most hashtags").fill("3");
    await examine(page, "dialog-rules", project);
    await page.setViewportSize({ width: 320, height: 640 });
    await nothingScrollsSideways(page);
    await page.screenshot({ path: `test-results/screenshots/${project}/320-dialog-rules.png` });
    await page.setViewportSize(
      isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    );
    await dialog.getByRole("button", { name: "Save rules" }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText('No "discount", "meet me", "Free".');
    await expect(row).toContainText("3 hashtags at most.");
  });

  await test.step("a post that breaks them is refused in words, and scheduled once it is right", async () => {
    await page.goto("/app/calendar?compose=new");
    const composer = page.getByRole("dialog", { name: "New post" });
    await composer.getByLabel("Caption").fill("A DISCOUNT for tonight");
    await composer.getByRole("button", { name: /^Tomorrow/ }).click();
    await composer.getByRole("button", { name: "Schedule post" }).click();
    await expect(
      composer.getByText(/Your rules "House rules" ban "discount". Leave it out./).first(),
    ).toBeVisible();
    await composer.getByLabel("Caption").fill("Something blue for tonight");
    await composer.getByRole("button", { name: "Schedule post" }).click();
    await expect(composer).toBeHidden();
  });

  await test.step("a word that is banned later is told of the post that waits", async () => {
    await page.goto("/app/settings/rules");
    await row.getByRole("button", { name: 'Edit "House rules"' }).click();
    const dialog = page.getByRole("dialog", { name: "Edit rules" });
    await dialog.getByRole("textbox", { name: "Words that never appear" }).fill("blue");
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText('"House rules" is saved.', { exact: true })).toBeVisible();
    await expect(row).toContainText("One scheduled post breaks these rules");
    await examine(page, "settings-rules-filled", project);
    await page.setViewportSize({ width: 320, height: 640 });
    await nothingScrollsSideways(page);
    await page.screenshot({ path: `test-results/screenshots/${project}/320-settings-rules.png` });
    await page.setViewportSize(
      isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    );
    await row.getByRole("switch").click();
    await expect(row).not.toContainText("One scheduled post");
    await row.getByRole("switch").click();
    await row.getByRole("link", { name: /:/ }).click();
  });

  await test.step("and keeps it from going out", async () => {
    const drawer = page.getByRole("dialog", { name: "Post" });
    await expect(drawer.getByText("Something blue for tonight")).toBeVisible();
    const post = new URL(page.url()).searchParams.get("post");
    // Its time comes, without an edit that the rules would refuse: the queue knows it by its generation.
    await asPublisher((client) =>
      client.query(
        `update scheduled_posts
            set scheduled_for = now() - interval '1 second', generation = generation + 1
          where id = $1`,
        [post],
      ),
    );
    await expect(
      drawer.getByText(
        'Failed: Your rules "House rules" ban "blue". Leave it out. Nothing was sent',
      ),
    ).toBeVisible();
  });
});

test("rules are passed on as a file, and what can't be read changes nothing", async ({
  page,
  account,
}, info) => {
  await connectSample(page, account);
  await page.goto("/app/settings/rules");
  await page.getByRole("button", { name: /Nothing twice in a month/ }).click();
  await page.getByRole("button", { name: "Save rules" }).click();
  const rows = page.getByRole("list", { name: "Your rules" }).locator(":scope > li");
  await expect(rows).toHaveText([/Nothing again anywhere within 30 days/]);

  const download = page.waitForEvent("download");
  await rows.getByRole("button", { name: /^Export/ }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const load = (content: string) =>
    page.locator('input[type="file"]').setInputFiles({
      name: "rules.json",
      mimeType: "application/json",
      buffer: Buffer.from(content),
    });

  await load(text.replace("neverRepostDays", "neverAgain"));
  const problem = page.getByRole("alert").filter({ hasText: "Nothing was imported." });
  await expect(problem).toContainText(
    '"Nothing twice in a month": it has a rule that is not known here, "neverAgain".',
  );
  await expect(rows).toHaveCount(1);
  await examine(page, "settings-rules-import-failed", info.project.name);

  await load(text);
  await expect(rows).toHaveText([/Nothing twice in a month/, /Nothing twice in a month \(2\)/]);
  await expect(problem).toBeHidden();
  const imported = rows.nth(1);
  await expect(imported.getByRole("switch")).not.toBeChecked();
  await imported.getByRole("button", { name: /^Delete/ }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(2);
});

import type { Page } from "@playwright/test";
import { type Account, chooseZone, createRow } from "./admin-api.ts";
import { choose, chooseMinute, differ, inMinutes } from "./composer-steps.ts";
import { connectReal, connectSample, type SampleAccount, zone } from "./sample-data.ts";
import { createSandboxAccount, postsOf } from "./sandbox.ts";
import {
  content,
  examine,
  expect,
  nothingScrollsSideways,
  picturesAreThere,
  test,
} from "./test.ts";

const farDay = "2031-05-20";

test(
  "one post goes to three accounts with three captions, and each says where it is",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    await chooseZone(account.email, zone);
    const platforms = ["sandbox", "sandbox_idempotent", "sandbox_blind"];
    const accounts = await Promise.all(platforms.map(() => createSandboxAccount({ posts: 0 })));
    const [first, second, third] = accounts.map(({ username }) => username);
    for (const [place, platform] of platforms.entries()) {
      const credentials = accounts[place];
      if (credentials !== undefined) await connectReal(account, platform, credentials);
    }
    await page.goto("/app/calendar?compose=new");
    const composer = page.getByRole("dialog", { name: "New post" });
    await choose(composer, `@${second}`);
    await choose(composer, `@${third}`);
    await composer.getByLabel("Caption").fill("For everybody");
    await differ(composer, "Sandbox API with keys");
    await composer.getByLabel("Caption").fill("For those with keys");
    await differ(composer, "Sandbox API without either", { fromAll: true });
    await composer.getByLabel("Caption").fill("For those without");
    await chooseMinute(composer, inMinutes(0));
    await composer.getByRole("button", { name: "Schedule 3 posts" }).click();
    await expect(page.getByText(/^Scheduled: 3 posts go out in /).first()).toBeVisible();
    await expect(composer).toBeHidden();

    await page.goto("/app/calendar?view=list");
    const rows = ["For everybody", "For those with keys", "For those without"].map((caption) =>
      content(page).getByRole("link", { name: new RegExp(caption) }),
    );
    for (const row of rows) await expect(row).toContainText("Published");
    const published = await Promise.all(accounts.map(({ username }) => postsOf(username)));
    expect(published.map(({ posts }) => posts.map(({ caption }) => caption))).toEqual([
      ["For everybody"],
      ["For those with keys"],
      ["For those without"],
    ]);
    expect(published.map(({ duplicates }) => duplicates)).toEqual([0, 0, 0]);
    await rows[0]?.click();
    const drawer = page.getByRole("dialog", { name: "Post" });
    const links = drawer.getByRole("link", { name: /^Open on Sandbox/ });
    await expect(links).toHaveCount(3);
    const hrefs = await links.evaluateAll((found) =>
      found.map((link) => link.getAttribute("href")),
    );
    const permalinks = published.map(({ posts }) => posts[0]?.permalink ?? "missing");
    for (const permalink of permalinks) {
      expect(hrefs.filter((href) => href?.endsWith(permalink))).toHaveLength(1);
    }
    await examine(page, "post-also-on", project.name);
    await drawer
      .getByRole("link", { name: `Show the post on Sandbox API with keys, @${second}` })
      .click();
    await expect(drawer.getByText("For those with keys")).toBeVisible();
    expect(first).not.toBe(second);
  },
);

test("what one account does not take is said, and made to fit for it alone", async ({
  page,
  account,
}, info) => {
  const { name: project } = info.project;
  await connectThree(page, account);
  await page.goto(`/app/calendar?compose=new&on=${farDay}`);
  const composer = page.getByRole("dialog", { name: "New post" });
  await choose(composer, "@strict");
  await choose(composer, "@keys");
  await examine(page, "composer-three-accounts", project);
  const caption = "The blue set goes up tonight, all of it at once.";
  await composer.getByLabel("Caption").fill(caption);
  await expect(composer.getByText(`${caption.length} of 40 characters on`)).toBeVisible();
  await expect(composer.getByLabel("Caption")).toHaveAccessibleDescription(
    /Sandbox API without either: This caption has 48 characters; .* takes 40/,
  );
  await composer.getByRole("button", { name: "Add media" }).click();
  const picker = page.getByRole("dialog", { name: "Add media" });
  await picker.getByRole("button", { name: /A picture in hue 290/ }).click();
  await picker.getByRole("button", { name: "Use 1" }).click();
  await expect(composer.getByText(/is 600 by 750 pixels/)).toBeVisible();

  await composer.getByRole("button", { name: "Describe item 1" }).click();
  await expect(composer.getByLabel("What item 1 shows")).toBeFocused();
  await composer.getByLabel("What item 1 shows").fill("A round light before blue");
  await expect(composer.getByText("25 of 30 characters")).toBeVisible();
  await expect(composer.getByText("Saved", { exact: true })).toBeVisible();
  await picturesAreThere(page);
  await examine(page, "composer-problems", project);
  await composer.getByRole("button", { name: "Done" }).click();
  await expect(
    composer.getByRole("button", { name: "Described: change what item 1 says" }),
  ).toBeFocused();

  await composer.getByRole("button", { name: /^Make it fit for / }).click();
  await expect(composer.getByRole("tab", { name: /Sandbox API without either/ })).toBeVisible();
  await expect(composer.getByText(/is 600 by 750 pixels/)).toBeHidden();

  // What is to blame is shown, wherever it is.
  await composer.getByRole("tab", { name: /Sandbox API without either/ }).click();
  await expect(composer.getByLabel("Caption")).toHaveValue(caption);
  await composer.getByLabel("Caption").fill("x".repeat(41));
  await composer.getByRole("tab", { name: "All" }).click();
  await expect(composer.getByLabel("Caption")).toHaveAccessibleDescription(
    /Not for Sandbox API without either: it has its own/,
  );
  await composer.getByRole("button", { name: "Schedule 3 posts" }).click();
  await expect(
    composer.getByRole("tab", { name: /Sandbox API without either/, selected: true }),
  ).toBeVisible();
  await expect(composer.getByLabel("Caption")).toBeFocused();
  await composer.getByLabel("Caption").fill("The blue set goes up tonight");
  await picturesAreThere(page);
  await examine(page, "composer-difference", project);
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.screenshot({ path: `test-results/screenshots/${project}/320-composer-several.png` });
  await page.setViewportSize(
    project.startsWith("phone") ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  );

  // Made the same again, and not after all.
  await composer.getByRole("button", { name: "Make it the same again" }).click();
  await expect(composer.getByRole("tab")).toHaveCount(0);
  await composer.getByRole("button", { name: "Undo" }).click();
  await composer.getByRole("tab", { name: /Sandbox API without either/ }).click();
  await expect(composer.getByLabel("Caption")).toHaveValue("The blue set goes up tonight");

  // Closing asks nothing and loses nothing.
  await page.keyboard.press("Escape");
  await expect(composer).toBeHidden();
  await page.getByRole("link", { name: "New post" }).filter({ visible: true }).first().click();
  await composer.getByRole("tab", { name: /Sandbox API without either/ }).click();
  await expect(composer.getByLabel("Caption")).toHaveValue("The blue set goes up tonight");
});

test(
  "posts that were written as one are changed together, or one alone",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    await connectThree(page, account);
    await page.goto(`/app/calendar?compose=new&on=${farDay}`);
    const composer = page.getByRole("dialog", { name: "New post" });
    await choose(composer, "@keys");
    await composer.getByLabel("Caption").fill("Written as one");
    await differ(composer, "Sandbox API with keys");
    await composer.getByLabel("Caption").fill("Written for keys");
    await composer.getByLabel("Who sees it").selectOption("Subscribers");
    await composer.getByRole("button", { name: "Schedule 2 posts" }).click();
    await page.getByRole("button", { name: "Show" }).click();
    const drawer = page.getByRole("dialog", { name: "Post" });
    await expect(drawer.getByRole("heading", { name: "Also on" })).toBeVisible();
    await drawer.getByRole("link", { name: "Edit post" }).click();

    const editor = page.getByRole("dialog", { name: "Edit post" });
    await expect(editor.getByText(/You are changing this one alone/)).toBeVisible();
    await editor.getByRole("link", { name: "Change all 2 together" }).click();
    await expect(editor.getByText("You are changing 2 posts together.")).toBeVisible();
    await expect(editor.getByRole("tab")).toHaveCount(2);
    await editor.getByLabel("Time", { exact: true }).fill("19:45");
    await editor.getByRole("tab", { name: "All" }).click();
    await editor.getByLabel("Caption").fill("Changed as one");
    await examine(page, "composer-edit-together", project.name);
    await editor.getByRole("button", { name: "Save changes" }).click();
    await expect(editor).toBeHidden();

    await page.goto("/app/calendar?view=list&month=2031-05");
    await expect(content(page).getByRole("link", { name: /19:45.*Changed as one/ })).toBeVisible();
    await expect(
      content(page).getByRole("link", { name: /19:45.*Written for keys/ }),
    ).toBeVisible();
  },
);

test(
  "what breaks her own rules is said beside the caption, and for which account",
  { tag: "@once" },
  async ({ page, account }) => {
    const { userId } = await connectThree(page, account);
    await createRow("rule_packs", {
      user_id: userId,
      name: "House",
      platform: "sandbox_idempotent",
      is_enabled: true,
      rules: { bannedWords: ["cheap"] },
    });
    await page.goto(`/app/calendar?compose=new&on=${farDay}`);
    const composer = page.getByRole("dialog", { name: "New post" });
    await choose(composer, "@keys");
    await composer.getByLabel("Caption").fill("Cheap thrills");
    await expect(composer.getByLabel("Caption")).toHaveAccessibleDescription(
      /Sandbox API with keys: Your rules "House" ban "cheap"/,
    );
    await composer.getByRole("button", { name: "Schedule 2 posts" }).click();
    await expect(composer.getByRole("alert")).toContainText(/^Sandbox API with keys: Your rules/);
    await composer.getByLabel("Caption").fill("Fine thrills");
    await expect(composer.getByText(/Your rules/)).toHaveCount(0);
    await composer.getByRole("button", { name: "Schedule 2 posts" }).click();
    await expect(composer).toBeHidden();
  },
);

/** Three accounts on the sandbox's platforms; one's server takes far less than the others. */
async function connectThree(page: Page, account: Account): Promise<SampleAccount> {
  const sample = await connectSample(page, account);
  const { userId } = sample;
  const connected = {
    user_id: userId,
    connection_status: "connected",
    scrape_status: "success",
    last_scraped_at: new Date().toISOString(),
  };
  await createRow("creator_profiles", {
    ...connected,
    platform: "sandbox_idempotent",
    username: "keys",
  });
  await createRow("creator_profiles", {
    ...connected,
    platform: "sandbox_blind",
    username: "strict",
    platform_limits: { captionLength: 40, altTextLength: 30, image: { maxSide: 500 } },
  });
  return sample;
}

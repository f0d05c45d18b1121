import type { Page } from "@playwright/test";
import { rowsOf } from "./admin-api.ts";
import { asPublisher, connectSample, farOff, insertPost } from "./sample-data.ts";
import { content, examine, expect, holdPosts, origin, picturesAreThere, test } from "./test.ts";

test("what is written outlives a reload, and a post that is begun elsewhere", async ({
  page,
  account,
}, { project }) => {
  const { mediaIds } = await connectSample(page, account);
  await page.goto("/app/calendar?compose=new");
  const composer = page.getByRole("dialog", { name: "New post" });
  const caption = composer.getByLabel("Caption");
  await caption.fill("Half a sent");
  await page.reload();
  await expect(caption).toHaveValue("Half a sent");
  await expect(composer.getByText(/^What you began 1 minute ago is here\./)).toBeVisible();
  await examine(page, "composer-kept", project.name);

  await composer.getByRole("button", { name: "Start anew" }).click();
  await expect(caption).toHaveValue("");
  await expect(caption).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(caption).toHaveValue("Half a sent");

  await page.goto(`/app/calendar?compose=new&media=${mediaIds[0]}`);
  await expect(composer.getByRole("button", { name: "Remove item 1" })).toBeVisible();
  await expect(caption).toHaveValue("");
  await caption.fill("For this picture");
  await page.keyboard.press("Escape");
  await expect(composer).toBeHidden();
  await page.getByRole("link", { name: "New post" }).filter({ visible: true }).first().click();
  await expect(caption).toHaveValue("Half a sent");
  await expect(composer.getByRole("button", { name: "Remove item 1" })).toBeHidden();

  // Coming back to the page prolongs a session that was begun a day ago.
  const renewal = page.waitForResponse(
    (answer) => answer.url().endsWith("/auth/refresh") && answer.ok(),
  );
  await page.evaluate(() => {
    localStorage.removeItem("genie.session.refreshedAt");
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await renewal;

  await page.goto("/app/settings/profile");
  expect(await keptDrafts(page)).toHaveLength(2);
  await content(page).getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL(/\/login/);
  expect(await keptDrafts(page)).toEqual([]);
});

test(
  "a post is handed in once, however often it is pressed, closed and opened meanwhile",
  { tag: "@once" },
  async ({ page, account, context }) => {
    await connectSample(page, account);
    const posts = await holdPosts(page, /\/items\/scheduled_posts(\?|$)/);
    await page.goto("/app/calendar");
    await page.getByRole("link", { name: "New post" }).filter({ visible: true }).first().click();
    const composer = page.getByRole("dialog", { name: "New post" });
    const schedule = composer.getByRole("button", { name: "Schedule post" });
    await composer.getByLabel("Caption").fill("Once, please");
    await schedule.dblclick();
    await expect(composer.getByRole("button", { name: "Save draft" })).toBeDisabled();
    await page.keyboard.press("Escape");
    await expect(composer).toBeHidden();

    await page.getByRole("link", { name: "New post" }).filter({ visible: true }).first().click();
    await expect(composer.getByLabel("Caption")).toHaveValue("Once, please");
    await expect(schedule).toHaveAttribute("aria-busy", "true");
    await schedule.click();
    await composer.getByLabel("Date").press("Enter");
    await page.keyboard.press("Escape");
    await expect(composer).toBeHidden();

    // It ends while she is elsewhere, and leaves her there.
    await page.getByRole("link", { name: "Fans" }).first().click();
    await expect(page).toHaveURL(/\/app\/fans$/);
    posts.release();
    await expect(page.getByText(/^Scheduled: goes out/).first()).toBeVisible();
    await expect(page).toHaveURL(/\/app\/fans$/);
    expect(posts.count()).toBe(1);
    expect(await rowsOf("scheduled_posts", account.email)).toHaveLength(1);

    await page.keyboard.press("n");
    await expect(composer.getByLabel("Caption")).toHaveValue("");
    await composer.getByLabel("Caption").fill("Out of reach");
    await context.setOffline(true);
    await composer.getByRole("button", { name: "Save draft" }).click();
    await expect(composer.getByRole("alert")).toContainText("You are offline.");
    await context.setOffline(false);
    await composer.getByRole("button", { name: "Save draft" }).click();
    await expect(composer).toBeHidden();
    expect(await rowsOf("scheduled_posts", account.email)).toHaveLength(2);

    // The request arrives and its answer is lost: another try makes nothing, and neither does coming back later.
    const creating = /\/items\/scheduled_posts(\?|$)/;
    await page.route(creating, async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.keyboard.press("n");
    await composer.getByLabel("Caption").fill("The answer was lost");
    await composer.getByRole("button", { name: "Save draft" }).click();
    await expect(composer.getByRole("alert")).toBeVisible();
    await composer.getByRole("button", { name: "Save draft" }).click();
    await expect(composer.getByRole("alert")).toBeVisible();
    await page.unroute(creating);
    await page.reload();
    await expect(
      page.getByText("What you handed in earlier was saved after all.").first(),
    ).toBeVisible();
    await expect(composer.getByLabel("Caption")).toHaveValue("");
    expect(await rowsOf("scheduled_posts", account.email)).toHaveLength(3);
  },
);

test("an edit is kept while the post is moved elsewhere, and its words go to the new day", async ({
  page,
  account,
}, { project }) => {
  const sample = await connectSample(page, account);
  const id = await asPublisher((client) =>
    insertPost(client, sample, { status: "pending", at: farOff, caption: "As it was" }),
  );
  const address = `/app/calendar?month=2031-05&compose=${id}`;
  const post = `/api/directus/items/scheduled_posts/${id}`;
  const state = async () => (await (await page.request.get(post)).json()).data;
  await page.goto(address);
  const composer = page.getByRole("dialog", { name: "Edit post" });
  const caption = composer.getByLabel("Caption");
  await caption.fill("In better words");
  await page.keyboard.press("Escape");
  await expect(composer).toBeHidden();
  const moved = await page.request.patch(post, {
    data: { scheduled_for: "2031-05-16T12:00:00Z" },
    headers: { origin },
  });
  expect(moved.status()).toBe(200);

  await page.goto(address);
  await expect(composer.getByText(/^This post was changed since/)).toBeVisible();
  await expect(caption).toHaveValue("As it was");
  await expect(composer.getByLabel("Date")).toHaveValue("2031-05-16");
  await picturesAreThere(page);
  await examine(page, "composer-changed-since", project.name);
  await composer.getByRole("button", { name: "Use what I wrote" }).click();
  await expect(caption).toHaveValue("In better words");
  await expect(composer.getByLabel("Date")).toHaveValue("2031-05-16");

  await composer.getByRole("button", { name: "Unschedule, keep as draft" }).click();
  await expect(composer).toBeHidden();
  const said = page.getByRole("listitem").filter({ hasText: "Unscheduled and kept as a draft." });
  // It stays while it has the focus.
  await said.getByRole("button", { name: "Undo" }).focus();
  expect(await state()).toMatchObject({ status: "draft", caption: "In better words" });
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The post is planned again.").first()).toBeVisible();
  const planned = await state();
  expect(planned).toMatchObject({ status: "pending", caption: "In better words" });
  expect(Date.parse(planned.scheduled_for)).toBe(Date.parse("2031-05-16T12:00:00Z"));
  expect(await keptDrafts(page)).toEqual([]);
});

function keptDrafts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.startsWith("genie-draft:")),
  );
}

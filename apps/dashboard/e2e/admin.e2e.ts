import type { FrameLocator, Page } from "@playwright/test";
import { createAdministrator, createRow, newAccount, rowsOf } from "./admin-api.ts";
import { asPublisher, connectSample, farOff } from "./sample-data.ts";
import { createSandboxAccount } from "./sandbox.ts";
import { content, examine, expect, nothingScrollsSideways, signInByApi, test } from "./test.ts";

const panelOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Admin panel"]');

async function signInAsAdministrator(page: Page) {
  const account = { ...newAccount(), name: "Alex" };
  await createAdministrator(account);
  await signInByApi(page, account);
  return account;
}

test("an administrator finds a creator's post in the panel", async ({ page, account }, info) => {
  const { profileId, userId } = await connectSample(page, account);
  const caption = `The blue set ${crypto.randomUUID().slice(0, 8)}`;
  const post = await createRow("scheduled_posts", {
    user_id: userId,
    creator_profile_id: profileId,
    caption,
    status: "pending",
    scheduled_for: farOff.toISOString(),
  });
  await page.context().clearCookies();
  const administrator = { ...newAccount(), name: "Alex" };
  await createAdministrator(administrator);

  await page.goto(`/admin/content/scheduled_posts/${post}`);
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Log in" }).click();

  await expect(page).toHaveURL(`/admin/content/scheduled_posts/${post}`);
  const panel = panelOf(page);
  const texts = panel.locator("textarea");
  await expect
    .poll(() => texts.evaluateAll((all) => all.map((text) => "value" in text && text.value)))
    .toContain(caption);
  await expect(panel.locator("input[type=password]")).toHaveCount(0);
  await nothingScrollsSideways(page);
  await page.screenshot({
    path: `test-results/screenshots/${info.project.name}/admin-post.png`,
  });
});

test(
  "a flow is run from its button in the panel",
  { tag: "@once" },
  async ({ page, account, baseURL }, info) => {
    const posts = 24;
    const sandbox = await createSandboxAccount({ posts });
    const connected = await page.request.post("/api/directus/items/creator_profiles", {
      data: { platform: "sandbox", username: sandbox.username, credentials: sandbox },
      headers: { origin: String(baseURL) },
    });
    expect(connected.status()).toBe(200);
    const { id } = ((await connected.json()) as { data: { id: string } }).data;
    // The first scrape signs in and stores the session that the flow goes on with.
    await createRow("media_jobs", { job_type: "scrape_profile", creator_profile_id: id });
    const library = () => rowsOf("scraped_media", account.email);
    const profile = async () => (await rowsOf("creator_profiles", account.email))[0];
    await expect.poll(async () => (await profile())?.["scrape_status"]).toBe("success");
    const scraped = await library();
    expect(scraped).toHaveLength(posts);
    // Not as she would delete them, which no reading brings back.
    await asPublisher(async (client) => {
      for (const table of ["scraped_media", "forgotten_posts"]) {
        await client.query(`delete from ${table} where creator_profile_id = $1`, [id]);
      }
    });

    await page.context().clearCookies();
    await signInAsAdministrator(page);
    await page.goto(`/admin/content/creator_profiles/${id}`);
    const panel = panelOf(page);
    const flows = panel.getByRole("button", { name: "Flows" });
    const button = panel.getByRole("button", { name: /platform_scrape_flow/ });
    await flows.click();
    for (const run of ["adds what is missing", "adds nothing twice"]) {
      const before = (await profile())?.["last_scraped_at"];
      // The panel passes over a press while it still waits for the flow's answer.
      await expect(async () => {
        const answered = page.waitForResponse(/\/flows\/trigger\//, { timeout: 30_000 });
        await button.click();
        await answered;
      }).toPass();
      await test.step(run, async () => {
        await expect.poll(async () => (await profile())?.["last_scraped_at"]).not.toBe(before);
        expect(postIdsOf(await library())).toEqual(postIdsOf(scraped));
      });
      await expect(button).toBeEnabled();
    }
    await page.screenshot({ path: `test-results/screenshots/${info.project.name}/admin-flow.png` });
  },
);

test("links, reload and Back work in the panel", { tag: "@once" }, async ({ page }) => {
  await signInAsAdministrator(page);
  await page.goto("/app");
  await page.getByRole("link", { name: "Admin" }).click();
  const panel = panelOf(page);
  await open(panel, "users", "Active Users");
  await expect(page).toHaveURL("/admin/users");
  await open(panel, "files", "File Library");
  await expect(page).toHaveURL("/admin/files");
  await page.goBack();
  await expect(page).toHaveURL("/admin/users");
  await expect(panel.getByRole("heading", { name: "Active Users" })).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL("/admin/files");
  await page.reload();
  await expect(panel.getByRole("heading", { name: "File Library" })).toBeVisible();
  await page.getByRole("link", { name: "Admin" }).click();
  await expect(page).toHaveURL(/\/admin(\/content.*)?$/);
  await page.getByRole("link", { name: "Home" }).click();
  await expect(content(page).getByRole("heading", { name: "Hello, Alex" })).toBeVisible();
});

test("the dashboard and the panel prolong one session", { tag: "@once" }, async ({ page }) => {
  await signInAsAdministrator(page);
  await page.goto("/app");
  const before = await sessionOf(page);
  // A day later, the dashboard and the panel both want a new session, at the same moment.
  await page.evaluate(() => window.localStorage.clear());
  await page.goto("/admin/users");
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "Active Users" })).toBeVisible();
  await expect.poll(() => sessionOf(page)).not.toBe(before);
  const statuses = await page.evaluate(async () => {
    const answers = Array.from({ length: 6 }, async () => {
      const { status } = await fetch("/api/directus/auth/refresh", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ mode: "session" }),
      });
      return status;
    });
    return Promise.all(answers);
  });
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  await open(panel, "files", "File Library");
  await page.goto("/app/settings/security");
  await expect(page.getByRole("heading", { name: "Two-factor" })).toBeVisible();
});

test("signing out in the panel signs out of the dashboard", { tag: "@once" }, async ({ page }) => {
  await signInAsAdministrator(page);
  await page.goto("/admin/users");
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: "Active Users" })).toBeVisible();
  await page.evaluate(() => {
    const frame = document.querySelector("iframe");
    frame?.contentWindow?.location.assign("/api/directus/admin/logout");
  });
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(page.getByRole("button", { name: "Log in" })).toBeVisible();
});

test("a panel that does not come says so, and is asked for again", async ({ page }, {
  project,
}) => {
  await signInAsAdministrator(page);
  const away = "**/api/directus/admin/**";
  await page.route(away, (route) => route.fulfill({ status: 502, json: { errors: [] } }));
  await page.goto("/admin/users");
  await expect(page.getByText("The admin panel did not come up.")).toBeVisible();
  await examine(page, "admin-failed", project.name);
  await page.unroute(away);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(panelOf(page).getByRole("heading", { name: "Active Users" })).toBeVisible();
});

test("a creator is told that the panel is not for her", async ({ page, account }, { project }) => {
  expect(account.name).toBe("Robin");
  await page.goto("/admin/content/scheduled_posts");
  await expect(page.getByRole("heading", { name: "This page is not for you" })).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  await examine(page, "admin-not-for-you", project.name);
  await content(page).getByRole("link", { name: "Go to Home" }).click();
  await expect(page).toHaveURL("/app");
});

test(
  "the panel can be framed by the dashboard alone",
  { tag: "@once" },
  async ({ page, baseURL }) => {
    await signInAsAdministrator(page);
    const policyOf = async (path: string) =>
      (await page.request.get(path)).headers()["content-security-policy"]?.split(/; ?/) ?? [];
    expect(await policyOf("/admin")).toEqual(
      expect.arrayContaining([
        `frame-src ${baseURL}/api/directus/admin/`,
        "frame-ancestors 'none'",
      ]),
    );
    const panel = await policyOf("/api/directus/admin/content");
    expect(panel.filter((directive) => directive.startsWith("frame-"))).toEqual([
      "frame-ancestors 'self'",
    ]);
  },
);

const postIdsOf = (rows: Record<string, unknown>[]) =>
  rows.map((row) => String(row["platform_post_id"])).toSorted();

/** By the icon of one of the panel's modules. */
async function open(panel: FrameLocator, module: string, heading: string): Promise<void> {
  await panel.locator(`a[href$="/admin/${module}"]`).first().click();
  await expect(panel.getByRole("heading", { name: heading })).toBeVisible();
}

async function sessionOf(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies();
  return cookies.find(({ httpOnly }) => httpOnly)?.value;
}

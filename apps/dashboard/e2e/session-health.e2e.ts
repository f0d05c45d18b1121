import { rowsOf } from "./admin-api.ts";
import { insertSessions } from "./audience-data.ts";
import { asPublisher, connectSample, insertPost } from "./sample-data.ts";
import { content, examine, expect, nothingScrollsSideways, test } from "./test.ts";

const dayMs = 24 * 60 * 60_000;

test("a session that ends before posts is told ahead, wherever they stand", async ({
  page,
  account,
}, { project }) => {
  const sample = await connectSample(page, account);
  await insertSessions(sample);
  const after = new Date(Date.now() + 7 * dayMs);
  const id = await asPublisher(async (client) => {
    const before = new Date(Date.now() + 2 * dayMs);
    await insertPost(client, sample, { status: "pending", at: before, caption: "In good time" });
    return insertPost(client, sample, { status: "pending", at: after, caption: "Too late" });
  });
  const end = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "Europe/Berlin",
  }).format(Date.now() + 5 * dayMs);
  const flag = `The session ends about ${end}`;

  await page.goto("/app");
  const needs = page.getByRole("region", { name: "What needs you" });
  await expect(needs.getByText(/: the session ends about/)).toBeVisible();
  await expect(needs.getByText(/^1 post is due after that/)).toBeVisible();
  await examine(page, "home-session-ends", project.name);

  await page.goto(`/app/calendar?view=list&month=${monthOf(after)}`);
  const late = content(page).getByRole("link", { name: /Too late/ });
  await expect(late).toContainText(flag);
  await examine(page, "calendar-session-ends", project.name);
  if (!project.name.startsWith("phone")) {
    await page.getByRole("link", { name: "Month", exact: true }).click();
    await expect(page.getByRole("table").getByRole("link", { name: /Too late/ })).toContainText(
      flag,
    );
  }
  await page.goto(`/app/calendar?post=${id}`);
  const drawer = page.getByRole("dialog", { name: "Post" });
  await expect(drawer.getByText(`${flag}, before this post.`)).toBeVisible();
  await examine(page, "post-session-ends", project.name);
  await drawer.getByRole("link", { name: "Renew the session" }).click();

  await expect(page).toHaveURL(new RegExp(`/app/platforms#account-${sample.profileId}`));
  const card = page.getByRole("region", { name: /robin/ });
  await expect(card.getByText(`Signed in, good until about ${end}`)).toBeVisible();
  await expect(card.getByText(/^By your last 2 sessions, which lasted about 9 days/)).toBeVisible();
  await expect(card.getByText(/^1 post is due before that, and 1 after/)).toBeVisible();
  await card.getByText("Details").click();
  await expect(card.getByText(/with key 1 of this server/)).toBeVisible();
  await examine(page, "platforms-session", project.name);
  await nothingScrollsSideways(page);

  await card.getByRole("button", { name: "Wipe session" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText(/until you connect it again: 2 posts are due/)).toBeVisible();
  await examine(page, "dialog-wipe-session", project.name);
  await question.getByRole("button", { name: "Wipe session" }).click();
  await expect(card.getByText("There is no session that holds.")).toBeVisible();
  const sessions = await rowsOf("platform_sessions", account.email);
  expect(sessions.filter(({ status }) => status === "active")).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
});

/** As the address has it, where she is. */
const monthOf = (at: Date) =>
  at.toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" }).slice(0, 7);

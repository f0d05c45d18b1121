import { createRow, rowsOf, userIdOf } from "./admin-api.ts";
import { content, examine, expect, nothingScrollsSideways, test } from "./test.ts";

// The model of the stack under test does what it is told in this form, and nothing else.
test("what she asks for is done step by step, and its link leads there", async ({ page, account }, {
  project,
}) => {
  const profileId = await connectedAccount(account.email);
  await page.goto("/app/assistant");
  await expect(content(page).getByText("What shall we look at?")).toBeVisible();
  await examine(page, "assistant-empty", project.name);
  const field = page.getByLabel("Message to your assistant");
  const draft = { creator_profile_id: profileId, caption: "A day at the sea" };
  await field.fill(`post-create ${JSON.stringify(draft)}`);
  await field.press("Enter");
  await expect(page).toHaveURL(/\/app\/assistant\?c=/);
  await expect(field).toBeFocused();
  const answer = page.getByRole("article", { name: "Assistant" });
  const link = answer.getByRole("link", { name: "Open the post" });
  await expect(link).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  await answer.getByText("Write a draft").click();
  await expect(answer.getByRole("list", { name: "Steps" })).toBeVisible();
  await examine(page, "assistant-done", project.name);
  await nothingScrollsSideways(page);

  await page.reload();
  await expect(link).toBeVisible();
  await link.click();
  await expect(page.getByRole("dialog")).toContainText("A day at the sea");
});

test("what deletes is asked about first", async ({ page, account }, { project }) => {
  const profileId = await connectedAccount(account.email);
  const userId = await userIdOf(account.email);
  const id = await createRow("scheduled_posts", {
    user_id: userId,
    creator_profile_id: profileId,
    status: "draft",
    caption: "The one to throw away",
  });
  const posts = () => rowsOf("scheduled_posts", account.email);
  await page.goto("/app/assistant");
  const field = page.getByLabel("Message to your assistant");
  await field.fill(`delete-item ${JSON.stringify({ collection: "scheduled_posts", id })}`);
  await page.getByRole("button", { name: "Send" }).click();
  const confirm = page.getByRole("button", { name: "Confirm" });
  await expect(confirm).toBeVisible();
  await expect(content(page).getByText("The one to throw away").last()).toBeVisible();
  await examine(page, "assistant-confirm", project.name);
  expect(await posts()).toHaveLength(1);
  await confirm.click();
  await expect(confirm).toBeHidden();
  await expect.poll(posts).toEqual([]);
  await expect(content(page).getByText("Delete an entry: Scheduled posts")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the post" })).toBeHidden();

  // The list stands beside it on a desktop, and behind a button on a phone.
  const list = page.getByRole("button", { name: "Conversations" });
  if (await list.isVisible()) await list.click();
  const row = page.getByRole("listitem").filter({ hasText: /^delete-item/ });
  await row.hover();
  await row.getByRole("button", { name: /^Delete/ }).click();
  await expect(page).toHaveURL("/app/assistant");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page).toHaveURL(/\/app\/assistant\?c=/);
  await expect(page.getByRole("article", { name: "You" })).toContainText("delete-item");
});

test("what waits is shown in the gate's words, whatever the conversation says", async ({
  page,
  account,
}) => {
  const id = await createRow("scheduled_posts", {
    user_id: await userIdOf(account.email),
    creator_profile_id: await connectedAccount(account.email),
    status: "draft",
    caption: "The one to throw away",
  });
  await page.goto("/app/assistant");
  const field = page.getByLabel("Message to your assistant");
  await field.fill(`delete-item ${JSON.stringify({ collection: "scheduled_posts", id })}`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("button", { name: "Confirm" })).toBeVisible();
  await expect(page).toHaveURL(/\/app\/assistant\?c=/);
  await expect
    .poll(async () => JSON.stringify(await rowsOf("conversations", account.email)))
    .toContain("The one to throw away");

  let forged = 0;
  await page.route("**/items/conversations*", async (route) => {
    const response = await route.fetch();
    const told = await response.text();
    const body = told.replaceAll("The one to throw away", "Nothing of yours");
    if (body !== told) forged += 1;
    await route.fulfill({ response, body });
  });
  await page.reload();
  await expect(page.getByRole("button", { name: "Confirm" })).toBeVisible();
  await expect(content(page).getByText("The one to throw away").last()).toBeVisible();
  await expect(content(page).getByText("Nothing of yours")).toBeHidden();
  expect(forged).toBeGreaterThan(0);
});

test("two windows on one conversation keep what either of them says", async ({ page, account }) => {
  expect(account.name).toBe("Robin");
  const ask = async (window: typeof page, words: string) => {
    await window.getByLabel("Message to your assistant").fill(words);
    await window.getByRole("button", { name: "Send" }).click();
    await expect(
      window.getByRole("article", { name: "You" }).filter({ hasText: words }),
    ).toBeVisible();
    await expect(window.getByRole("button", { name: "Send" })).toBeVisible();
  };
  await page.goto("/app/assistant");
  await ask(page, "The first words");
  await expect(page).toHaveURL(/\/app\/assistant\?c=/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByText("The first words").last()).toBeVisible();
  await ask(page, "Words of one window");
  await ask(other, "Words of the other");
  await expect
    .poll(async () => JSON.stringify(await rowsOf("conversations", account.email)))
    .toContain("Words of the other");
  for (const window of [other, page]) {
    await window.reload();
    await expect(window.getByRole("article", { name: "You" })).toHaveText([
      "The first words",
      "Words of one window",
      "Words of the other",
    ]);
  }
});

test("a model that is elsewhere is named before she begins", async ({ page, account }, {
  project,
}) => {
  expect(account.name).toBe("Robin");
  await page.route("**/api/assistant", (route) =>
    route.fulfill({ json: { data: { model: "large", host: "api.model.example" } } }),
  );
  await page.goto("/app/assistant");
  await expect(content(page).getByText(/goes to api\.model\.example\.$/)).toBeVisible();
  await expect(content(page).getByText(/^.*Nothing is published, deleted/)).toBeVisible();
  await examine(page, "assistant-elsewhere", project.name);
});

test("without a model it says so, and what there is instead", async ({ page, account }, {
  project,
}) => {
  expect(account.name).toBe("Robin");
  await page.route("**/api/assistant", (route) =>
    route.fulfill({ json: { data: { model: null, host: null } } }),
  );
  await page.goto("/app/assistant");
  await expect(content(page).getByText("There is no language model here yet")).toBeVisible();
  await expect(content(page).getByText(/LLM_BASE_URL/)).toBeVisible();
  await examine(page, "assistant-no-model", project.name);
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.getByRole("link", { name: "Run actions by hand" }).click();
  await expect(page).toHaveURL("/app/actions");
});

async function connectedAccount(email: string): Promise<string> {
  return createRow("creator_profiles", {
    user_id: await userIdOf(email),
    platform: "sandbox",
    username: "robin",
    connection_status: "connected",
  });
}

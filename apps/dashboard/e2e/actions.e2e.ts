import { keptText } from "@genie/schema";
import type { Page } from "@playwright/test";
import { createAdministrator, createRow, newAccount, rowsOf } from "./admin-api.ts";
import { connectSample } from "./sample-data.ts";
import { content, examine, expect, nothingScrollsSideways, signInByApi, test } from "./test.ts";

test("an action is run by hand and leads to what it made", async ({ page, account }, {
  project,
}) => {
  await connectSample(page, account);
  const caption = `By the sea ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/app/actions");
  await expect(content(page).getByRole("heading", { name: "Draft a post" })).toBeVisible();
  await examine(page, "actions", project.name);
  await nothingScrollsSideways(page);
  await content(page).getByRole("link", { name: "Run: Draft a post" }).click();

  const dialog = page.getByRole("dialog");
  const run = dialog.getByRole("button", { name: "Run", exact: true });
  await run.click();
  await expect(dialog.getByLabel("Account")).toBeFocused();
  await expect(dialog.getByLabel("Account")).toHaveAccessibleDescription("This is needed.");
  await examine(page, "action-form", project.name);
  await dialog.getByLabel("Account").selectOption({ label: "Sandbox, @robin" });
  await dialog.getByLabel("Caption").fill(caption);
  await run.click();
  await expect(dialog.getByText("Done.")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "Steps" })).toContainText("Save a draft");
  await examine(page, "action-done", project.name);
  await dialog.getByRole("link", { name: "Open the post" }).click();
  await expect(page).toHaveURL(/\/app\/calendar\?post=/);
  await expect(dialog.getByText(caption)).toBeVisible();
});

test("what was done is found again, opened and run once more", async ({ page, account }, {
  project,
}) => {
  const { profileId, userId } = await connectSample(page, account);
  const caption = "By the sea";
  const steps = [{ key: "draft", step: "create-draft", status: "done", duration_ms: 34 }];
  const made = { user_id: userId, action_slug: "post-create", source: "mcp", steps };
  await createRow("agent_audits", {
    ...made,
    effect: "write",
    status: "success",
    params: { creator_profile_id: profileId, caption },
    result: { scheduled_post_id: crypto.randomUUID() },
    duration_ms: 1_240,
  });
  await createRow("agent_audits", { ...made, action_slug: "no-such-action", status: "miss" });
  await page.goto("/app/actions?view=trail");
  const trail = content(page).getByRole("region", { name: "What was done" });
  const entry = trail.getByRole("link", { name: /Draft a post/ });
  await expect(entry).toContainText("Done · A program over MCP · 1.2 s");
  await expect(trail.getByRole("link")).toHaveCount(2);
  await examine(page, "action-trail", project.name);
  await trail.getByLabel("Outcome").selectOption("Did not work");
  await expect(content(page).getByText("Nothing of that kind")).toBeVisible();
  await expect(page).toHaveURL(/outcome=error/);
  await page.goBack();
  await trail.getByLabel("What it may do").selectOption("Changes something");
  await expect(trail.getByRole("link")).toHaveCount(1);
  await page.goBack();
  await expect(trail.getByRole("link")).toHaveCount(2);
  await entry.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(caption)).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Open the post" })).toBeVisible();
  await examine(page, "action-entry", project.name);
  await dialog.getByRole("link", { name: "Run again" }).click();
  await expect(dialog.getByLabel("Caption")).toHaveValue(caption);

  const long = await createRow("agent_audits", {
    ...made,
    status: "success",
    params: { creator_profile_id: profileId, caption: keptText("By the sea ".repeat(300)) },
  });
  await page.goto(`/app/actions?run=post-create&again=${long}`);
  await expect(dialog.getByLabel("Account")).toHaveValue(profileId);
  await expect(dialog.getByLabel("Caption")).toHaveValue("");
  await expect(dialog.getByLabel("Caption")).toHaveAccessibleDescription(
    "Not kept in full: enter it again.",
  );
});

test("what a program may not do by itself waits on Home for a yes", async ({
  page,
  account,
  baseURL,
}, { project }) => {
  const { profileId, userId } = await connectSample(page, account);
  const caption = "The one that is to go";
  const post = await createRow("scheduled_posts", {
    user_id: userId,
    creator_profile_id: profileId,
    caption,
    status: "draft",
  });
  const made = await page.request.post("/api/directus/tokens", {
    data: { name: "Claude", scopes: ["read", "write"], expires_in_days: 1 },
    headers: { origin: String(baseURL) },
  });
  const { token } = ((await made.json()) as { data: { token: string } }).data;
  const asked = await fetch(new URL("/api/directus/actions/tools/delete-item", baseURL), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ params: { collection: "scheduled_posts", id: post }, source: "mcp" }),
  });
  expect(await asked.json()).toMatchObject({ data: { status: "confirm" } });
  const posts = () => rowsOf("scheduled_posts", account.email);
  expect(await posts()).toHaveLength(1);

  await page.goto("/app");
  const card = content(page).getByRole("region", { name: /^Waits for your yes/ });
  await expect(card).toContainText("a program over MCP");
  await expect(card).toContainText(caption);
  await expect(card.getByRole("timer")).toContainText("left to answer");
  await examine(page, "home-confirmation", project.name);
  await nothingScrollsSideways(page);
  await card.getByRole("button", { name: "Confirm" }).click();
  await expect(card.getByText("Done.")).toBeVisible();
  await examine(page, "home-confirmed", project.name);
  expect(await posts()).toEqual([]);
});

test("an administrator copies an action, breaks it, mends it and runs it", async ({ page }, {
  project,
}) => {
  await signInAsAdministrator(page);
  const slug = `recall-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/app/actions");
  await content(page).getByRole("link", { name: "Edit: Recall" }).click();
  await expect(content(page).getByText("This action comes with the product")).toBeVisible();
  await expect(content(page).getByLabel("Slug")).toBeDisabled();
  await examine(page, "flow-shipped", project.name);
  await content(page).getByRole("link", { name: "Make a copy" }).click();
  await content(page).getByLabel("Slug").fill(slug);

  const first = content(page).getByRole("listitem", { name: "Step 1" });
  const given = first.getByLabel("With (JSON)");
  const right = await given.inputValue();
  await given.fill('{"query": "$input.nothing"}');
  await expect(given).toHaveAccessibleDescription(/the input has no "nothing"/);
  await given.fill('{"query": ');
  await expect(given).toHaveAccessibleDescription(/This is not JSON/);
  await examine(page, "flow-broken", project.name);
  await nothingScrollsSideways(page);
  const save = content(page).getByRole("button", { name: "Save action" });
  await save.click();
  await expect(given).toBeFocused();

  await given.fill(right);
  await first.getByRole("button", { name: "Move step 1 down" }).click();
  await expect(content(page).getByText(/keeps? it from running/)).toBeVisible();
  await content(page).getByRole("button", { name: "Move step 2 up" }).click();
  await save.click();
  await expect(page).toHaveURL(`/app/actions/flows/${slug}`);
  await content(page).getByRole("link", { name: "Try it" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What you look for").fill("sea");
  await dialog.getByRole("button", { name: "Run", exact: true }).click();
  await expect(dialog.getByText("Done.")).toBeVisible();
  await examine(page, "flow-tried", project.name);
  await dialog.getByRole("button", { name: "Close" }).click();

  await content(page).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL("/app/actions");
  await expect(content(page).getByText("Copy of Recall")).toHaveCount(0);
});

async function signInAsAdministrator(page: Page): Promise<void> {
  const account = { ...newAccount(), name: "Alex" };
  await createAdministrator(account);
  await signInByApi(page, account);
}

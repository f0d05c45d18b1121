import { readFile } from "node:fs/promises";
import { personasOf, rowsOf, userIdOf } from "./admin-api.ts";
import { content, examine, expect, test } from "./test.ts";

test("everything of hers is downloaded as one file, after her password", async ({
  page,
  account,
}, info) => {
  await page.goto("/app/settings/data");
  await expect(content(page).getByRole("heading", { name: "Download everything" })).toBeVisible();
  await page.getByRole("button", { name: "Download my data" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill("not my password");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /not your password/,
  );
  await examine(page, "dialog-download", info.project.name);

  await dialog.getByLabel("Password", { exact: true }).fill(account.password);
  const started = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Continue" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^genie-helper-\d{4}-\d\d-\d\d\.zip$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  // The directory at the end of a whole ZIP names each file of it.
  const end = bytes.subarray(-4_000).toString("latin1");
  for (const name of ["README.txt", "people/account.csv", "people/user_personas.jsonl"]) {
    expect(end).toContain(name);
  }
  expect(end).toContain("manifest.json");
  await expect(content(page).getByText(/Last downloaded/)).toBeVisible();
  await examine(page, "settings-data", info.project.name);
  expect(await rowsOf("data_transfers", account.email)).toMatchObject([{ status: "completed" }]);

  await page.getByLabel("The export to bring in").setInputFiles(await download.path());
  await expect(
    content(page).getByText(/Last imported .*: 0 came in, 1 was here already/),
  ).toBeVisible();
  const broken = { name: "x.zip", mimeType: "application/zip", buffer: bytes.subarray(0, -10) };
  await page.getByLabel("The export to bring in").setInputFiles(broken);
  await expect(content(page).getByText(/can't be opened as a ZIP/)).toBeVisible();
  await examine(page, "settings-data-imported", info.project.name);
});

test("an account is deleted for good, with a report", async ({ page, account }, info) => {
  await page.goto("/app/settings/data");
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Type").fill("delete");
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await expect(dialog.getByLabel("Type")).toHaveAccessibleDescription(/without quotes/);
  await dialog.getByLabel("Type").fill("delete everything");
  await dialog.getByLabel("Password", { exact: true }).fill("not my password");
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await expect(dialog.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /not your password/,
  );
  await examine(page, "dialog-delete-account", info.project.name);
  await dialog.getByLabel("Password", { exact: true }).fill(account.password);
  await dialog.getByRole("button", { name: "Delete everything" }).click();

  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await examine(page, "account-deleted", info.project.name);
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the report" }).click();
  const report = await readFile(await (await started).path(), "utf8");
  expect(report).toContain("An account in Genie Helper was deleted.");
  expect(report).toMatch(/- 1 × Who a person is to the product/);
  expect(report).toContain("What stays");

  expect(await personasOf(account.email)).toEqual([]);
  await expect(userIdOf(account.email)).rejects.toThrow("nobody has the address");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await page.getByRole("link", { name: "To the start page" }).click();
  await expect(page).toHaveURL("/login");
});

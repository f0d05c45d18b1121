import { rowsOf, updateRow } from "./admin-api.ts";
import { fillFans, fillFigures } from "./audience-data.ts";
import { connectSample } from "./sample-data.ts";
import {
  content,
  examine,
  expect,
  nothingScrollsSideways,
  picturesAreThere,
  test,
} from "./test.ts";

test("insights answer questions with charts that can be read out, and posts", async ({
  page,
  account,
}, { project }) => {
  const sample = await connectSample(page, account);
  await page.goto("/app/insights");
  const followers = page.getByRole("region", { name: "Are more people following you?" });
  await expect(followers.getByText(/Nothing was read in this time/)).toBeVisible();
  await fillFigures(sample);
  await page.reload();
  await expect(followers.getByText(/^1,769 more than on .*: now 18,420\.$/)).toBeVisible();
  await expect(followers.getByText(/does not start at zero/)).toBeVisible();
  await expect(followers.getByRole("img", { name: /^Chart:/ }).locator("path")).toHaveCount(2);
  const likes = page.getByRole("region", { name: "Do more people like what you post?" });
  await expect(likes.getByRole("img")).toHaveCount(0);

  const slider = followers.getByRole("slider", { name: "Look at one day" });
  await expect(slider).toHaveAttribute("aria-valuetext", /: 18,420$/);
  await slider.press("ArrowLeft");
  await expect(slider).not.toHaveAttribute("aria-valuetext", /: 18,420$/);
  await followers.getByText("Show as table").click();
  const rows = followers.getByRole("row");
  const ofMonth = await rows.count();
  expect(ofMonth).toBeGreaterThan(15);
  await expect(rows.nth(1)).toContainText("18,420");

  await picturesAreThere(page);
  await examine(page, "insights", project.name);
  await nothingScrollsSideways(page);
  await page.getByRole("link", { name: "90 days" }).click();
  await expect(page).toHaveURL(/period=90d/);
  await expect(followers.getByText(/^3,355 more than on/)).toBeVisible();
  await followers.getByText("Show as table").click();
  const ofQuarter = await rows.count();
  expect(ofQuarter).toBeGreaterThan(ofMonth);
  await page.getByRole("link", { name: "All", exact: true }).click();
  // What stood there before reads the same.
  await expect(page.getByRole("link", { name: "All", exact: true })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(followers.getByText(/more than on .*: now 18,420\.$/)).toBeVisible();
  await followers.getByText("Show as table").click();
  // One a week.
  await expect(rows.nth(1)).toContainText("18,420");
  expect(await rows.count()).toBeLessThan(ofQuarter / 2);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL("/app/insights");
  const best = page.getByRole("region", { name: "Which posts did best?" });
  await expect(best.getByText("640 likes")).toBeVisible();
  await best.getByRole("link", { name: "Earnings" }).click();
  await expect(best.getByText("$42.00")).toHaveCount(3);
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await best
    .getByRole("link", { name: /A picture in hue 20/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/app/media\\?item=${sample.mediaIds[0]}`));
});

test("fans are found, and notes on them are saved as they are typed", async ({ page, account }, {
  project,
}) => {
  const sample = await connectSample(page, account);
  await fillFans(sample);
  await page.goto("/app/fans");
  await expect(content(page).getByText("60 fans")).toBeVisible();
  await examine(page, "fans", project.name);
  await nothingScrollsSideways(page);
  await page.getByLabel("Search names").fill("nobody of that name");
  await expect(content(page).getByText("Nobody matches that")).toBeVisible();
  await page.getByRole("button", { name: "Show everybody" }).click();
  await page.getByLabel("Search names").fill("vega");
  await expect(content(page).getByText("1 fan", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/q=vega/);

  await page
    .getByRole("link", { name: /Noor Vega/ })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(/fan=/);
  const drawer = page.getByRole("dialog", { name: "Fan" });
  await expect(drawer.getByText("Subscribed now: 15 of 15 points")).toBeVisible();
  await expect(drawer.getByText(/^Spent 900\.00: 39 of 40 points$/)).toBeVisible();
  await expect(drawer.getByRole("img", { name: "How the score changed" })).toBeVisible();
  const notes = drawer.getByLabel("Notes");
  await expect(notes).toHaveValue("Likes the blue set.");
  await notes.fill("Likes the blue set. Birthday in May.");
  await expect(drawer.getByText("Saved", { exact: true })).toBeVisible();
  await examine(page, "fan", project.name);
  const stored = async () =>
    (await rowsOf("fan_profiles", account.email)).flatMap((row) => row["notes"] ?? []);
  expect(await stored()).toEqual(["Likes the blue set. Birthday in May."]);

  // The server is out of reach: the words stay, through a reload, and arrive when it is back.
  await page.route("**/texts/replace", (route) => route.abort());
  await notes.fill("Moved to Lisbon.");
  await expect(drawer.getByText(/This is not saved yet\. .* is kept on this device/)).toBeVisible();
  await examine(page, "fan-unsaved", project.name);
  await page.reload();
  await expect(notes).toHaveValue("Moved to Lisbon.");
  await page.unroute("**/texts/replace");
  // They are sent again by themselves, if what the page sent as it was left did not arrive.
  await page.reload();
  await expect(notes).toHaveValue("Moved to Lisbon.");
  await expect.poll(stored).toEqual(["Moved to Lisbon."]);
  await notes.fill("Typed and closed at once.");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect.poll(stored).toEqual(["Typed and closed at once."]);

  // She wrote on another device meanwhile, which this page does not know.
  await page.goto("/app/fans?q=vega");
  await page
    .getByRole("link", { name: /Noor Vega/ })
    .filter({ visible: true })
    .click();
  await expect(notes).toHaveValue("Typed and closed at once.");
  const [{ id } = { id: "" }] = await rowsOf("fan_profiles", account.email).then((rows) =>
    rows.filter((row) => row["notes"] !== null),
  );
  await updateRow("fan_profiles", String(id), { notes: "From her phone." });
  await notes.fill("From her desk.");
  const conflict = drawer.getByRole("alert");
  await expect(conflict).toContainText("From her phone.");
  await examine(page, "fan-changed-elsewhere", project.name);
  await nothingScrollsSideways(page);
  expect(await stored()).toEqual(["From her phone."]);
  await conflict.getByRole("button", { name: "Drop mine" }).click();
  await expect(notes).toHaveValue("From her phone.");
  await notes.fill("From both.");
  await expect.poll(stored).toEqual(["From both."]);

  await page.goto("/app/fans?status=expired&sort=spent");
  await expect(content(page).getByText("20 fans")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
});

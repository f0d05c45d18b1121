import { connectSample, fillSample } from "./sample-data.ts";
import {
  content,
  examine,
  expect,
  nothingScrollsSideways,
  picturesAreThere,
  test,
} from "./test.ts";

test("Home tells what needs her, what is next and how her accounts do", async ({
  page,
  account,
}, info) => {
  const { name: project } = info.project;
  await fillSample(await connectSample(page, account));
  await page.goto("/app");
  await expect(page.getByRole("heading", { name: "What needs you" })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "What needs you" }).getByRole("listitem"),
  ).toHaveCount(4);
  await expect(
    page.getByRole("region", { name: "Going out next" }).getByRole("listitem"),
  ).toHaveCount(5);
  await expect(content(page).getByText("18,420")).toBeVisible();
  await expect(content(page).getByText("3 of 3 done")).toBeHidden();
  await picturesAreThere(page);
  await examine(page, "home-filled", project);
  await nothingScrollsSideways(page);

  await page.getByRole("link", { name: "Look at the post" }).first().click();
  await expect(page).toHaveURL(/\/app\/calendar\?post=/);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/app");

  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.screenshot({
    path: `test-results/screenshots/${project}/320-home.png`,
    fullPage: true,
  });
});

import { asPublisher, connectSample } from "./sample-data.ts";
import {
  content,
  examine,
  expect,
  nothingScrollsSideways,
  picturesAreThere,
  test,
} from "./test.ts";

test("a post is written, refused with reasons, scheduled and edited", async ({
  page,
  account,
}, info) => {
  const { name: project } = info.project;
  await connectSample(page, account);
  await page.goto("/app");
  const isPhone = project.startsWith("phone");
  await expect(content(page).getByRole("heading", { name: /Hello/ })).toBeVisible();
  await (isPhone
    ? page.getByRole("link", { name: "New post" }).filter({ visible: true }).first().tap()
    : page.keyboard.press("n"));
  const composer = page.getByRole("dialog", { name: "New post" });
  await expect(composer.getByLabel("Caption")).toBeVisible();
  await composer.getByRole("button", { name: "Schedule post" }).click();
  await expect(composer.getByLabel("Caption")).toHaveAccessibleDescription(/nothing to post/);
  await expect(composer.getByLabel("Caption")).toBeFocused();
  await examine(page, "composer-empty", project);

  await composer.getByLabel("Caption").fill("x".repeat(501));
  await expect(composer.getByLabel("Caption")).toHaveAccessibleDescription(
    /This caption has 501 characters; Sandbox takes 500/,
  );
  await composer.getByLabel("Caption").fill("The blue set goes up tonight.\nWhat do you think?");
  await composer.getByRole("button", { name: "Add media" }).click();
  const picker = page.getByRole("dialog", { name: "Add media" });
  await picker.getByRole("button", { name: /A picture in hue 290/ }).click();
  await picker.getByRole("button", { name: /A picture in hue 20/ }).click();
  await picturesAreThere(page);
  await examine(page, "composer-picker", project);
  await picker.getByRole("button", { name: "Use 2" }).click();
  await composer.getByRole("button", { name: "Move item 2 earlier" }).click();

  await composer.getByLabel("Date").fill("2020-01-01");
  await expect(composer.getByText("This time has passed.")).toBeVisible();
  await composer.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(composer.getByLabel("Time")).toHaveValue("21:00");
  await expect(composer.getByText(/^Goes out .*\(Europe\/Berlin\)\.$/)).toBeVisible();
  await picturesAreThere(page);
  await examine(page, "composer-filled", project);
  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.screenshot({ path: `test-results/screenshots/${project}/320-composer.png` });
  await page.setViewportSize(isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 });

  // Closing asks nothing and loses nothing.
  await page.keyboard.press("Escape");
  await expect(composer).toBeHidden();
  await page.goForward();
  await expect(composer.getByLabel("Caption")).toHaveValue(/The blue set/);

  await composer.getByRole("button", { name: "Schedule post" }).click();
  await expect(composer).toBeHidden();
  await expect(page.getByText(/^Scheduled: goes out/).first()).toBeVisible();
  await page.getByRole("button", { name: "Show" }).click();
  const drawer = page.getByRole("dialog", { name: "Post" });
  await expect(drawer.getByText(/^Goes out .*21:00$/)).toBeVisible();
  await expect(drawer.getByRole("listitem")).toHaveCount(2);

  await drawer.getByRole("link", { name: "Edit post" }).click();
  const editor = page.getByRole("dialog", { name: "Edit post" });
  await expect(editor.getByLabel("Caption")).toHaveValue(/The blue set/);
  await editor.getByRole("button", { name: "Remove item 1" }).click();
  await editor.getByLabel("Time").fill("20:15");
  await editor.getByRole("button", { name: "Save changes" }).click();
  await expect(editor).toBeHidden();
  // Back where the editing began.
  await expect(drawer.getByText(/^Goes out .*20:15$/)).toBeVisible();
  await expect(drawer.getByRole("listitem")).toHaveCount(1);
});

test("a draft is kept for later", { tag: "@once" }, async ({ page, account }) => {
  await connectSample(page, account);
  await page.goto("/app/calendar?compose=new&on=2031-05-17");
  const composer = page.getByRole("dialog", { name: "New post" });
  await expect(composer.getByLabel("Date")).toHaveValue("2031-05-17");
  await composer.getByLabel("Caption").fill("An idea");
  await composer.getByLabel("Date").fill("");
  await composer.getByRole("button", { name: "Save draft" }).click();
  await expect(composer).toBeHidden();
  await expect(
    page.getByRole("region", { name: "Drafts without a time" }).getByRole("link"),
  ).toContainText("An idea");
});

test(
  "without an account the composer leads to one",
  { tag: "@once" },
  async ({ page, account }) => {
    expect(account.name).toBe("Robin");
    await page.goto("/app?compose=new");
    await expect(
      page.getByRole("dialog").getByRole("link", { name: "Connect a platform" }),
    ).toBeVisible();
  },
);

test(
  "what the gate refuses is said, and nothing typed is lost",
  { tag: "@once" },
  async ({ page, account }) => {
    const { profileId } = await connectSample(page, account);
    await asPublisher((client) =>
      client.query("update creator_profiles set platform = 'nowhere' where id = $1", [profileId]),
    );
    await page.goto("/app/calendar?compose=new");
    const composer = page.getByRole("dialog", { name: "New post" });
    await composer.getByLabel("Caption").fill("Where does this go?");
    await composer.getByRole("button", { name: "Schedule post" }).click();
    await expect(composer.getByRole("alert")).toContainText(/nowhere/);
    await expect(composer.getByLabel("Caption")).toHaveValue("Where does this go?");
  },
);

import {
  asPublisher,
  connectSample,
  farOff,
  fillSample,
  insertDoubtful,
  insertPost,
} from "./sample-data.ts";
import {
  content,
  examine,
  expect,
  nothingScrollsSideways,
  picturesAreThere,
  test,
} from "./test.ts";

/** As nginx says that nothing is behind it. */
const noAnswer = { status: 502, contentType: "text/html", body: "<h1>502 Bad Gateway</h1>" };

test("the calendar shows the month and what is wrong", async ({ page, account }, info) => {
  const { name: project } = info.project;
  await fillSample(await connectSample(page, account));
  await page.goto("/app/calendar");
  await expect(page.getByRole("heading", { name: "Calendar" })).toBeVisible();
  await expect(content(page).getByText(/All times are in Europe\/Berlin/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 posts need your attention" })).toBeVisible();
  await picturesAreThere(page);
  await examine(page, "calendar-month", project);
  await nothingScrollsSideways(page);

  await page.setViewportSize({ width: 320, height: 640 });
  await nothingScrollsSideways(page);
  await page.screenshot({
    path: `test-results/screenshots/${project}/320-calendar.png`,
    fullPage: true,
  });
});

test("list and post are in the address, and Back works", async ({ page, account }, info) => {
  const { name: project } = info.project;
  const sample = await connectSample(page, account);
  await fillSample(sample);
  await asPublisher((client) =>
    insertPost(client, sample, { status: "published", at: farOff, caption: "Long ago, one day" }),
  );
  await page.goto("/app/calendar");
  await page.getByRole("link", { name: "List" }).click();
  await expect(page).toHaveURL(/view=list/);
  await picturesAreThere(page);
  await examine(page, "calendar-list", project);
  await page.goto("/app/calendar?month=2031-05&view=month");
  await page.getByRole("link", { name: "List" }).click();

  await page
    .getByRole("region", { name: "Posts of this month" })
    .getByRole("link", { name: /Long ago, one day/ })
    .click();
  await expect(page).toHaveURL(/post=/);
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/^Published .*\d\d:\d\d$/)).toBeVisible();
  await expect(drawer.getByText(/\d UTC$/)).toBeVisible();
  await expect(drawer.getByRole("link", { name: "Open on Sandbox" })).toBeVisible();
  await picturesAreThere(page);
  await examine(page, "calendar-post", project);

  await page.goBack();
  await expect(page).not.toHaveURL(/post=/);
  await expect(drawer).toBeHidden();
  await page.goBack();
  await expect(page).not.toHaveURL(/view=list/);
  await expect(page.getByRole("table")).toBeVisible();
});

test("a calendar without posts says so", async ({ page, account }, info) => {
  expect(account.name).toBe("Robin");
  await page.goto("/app/calendar?view=list&month=2031-05");
  await expect(page.getByText("Nothing in May 2031")).toBeVisible();
  await examine(page, "calendar-empty", info.project.name);
  await page.getByRole("link", { name: "Next month" }).click();
  await expect(page.getByRole("heading", { name: "June 2031", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/month=2031-06/);
});

test("a cancelled post can be put back", { tag: "@once" }, async ({ page, account }) => {
  const sample = await connectSample(page, account);
  const id = await asPublisher((client) =>
    insertPost(client, sample, { status: "pending", at: farOff, caption: "Changed my mind" }),
  );
  await page.goto(`/app/calendar?month=2031-05&post=${id}`);
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/^Goes out/)).toBeVisible();
  await drawer.getByRole("button", { name: "Cancel post" }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole("link", { name: /Changed my mind/ }).first()).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: /Changed my mind/ }).first()).toBeVisible();

  await page.goto(`/app/calendar?month=2031-05&post=${id}`);
  await drawer.getByRole("button", { name: "Cancel post" }).click();
  await expect(drawer).toBeHidden();
  await page.route("**/items/scheduled_posts/*", (route) => route.fulfill(noAnswer));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^The post could not be put back\. .* not answering/)).toBeVisible();
});

test(
  "a reading that fails takes nothing away, and says that what is shown may be old",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    await page.clock.install();
    const sample = await connectSample(page, account);
    const at = new Date();
    const id = await asPublisher((client) =>
      insertDoubtful(client, sample, { at, caption: "Did this one arrive?" }),
    );
    await page.goto(`/app/calendar?post=${id}`);
    const drawer = page.getByRole("dialog", { name: "Post" });
    const dialog = page.getByRole("dialog", { name: "It is there" });
    const address = dialog.getByLabel("Address of the post (optional)");
    const old = page.getByText(/^This could not be read anew, so what you see may be a little old/);
    await drawer.getByRole("button", { name: "It is there" }).click();
    await address.fill("https://elsewhere.example/posts/1");

    // Every list and post is asked for anew within 15 seconds.
    const answers = /\/items\/scheduled_posts\?/;
    await page.route(answers, (route) => route.fulfill(noAnswer));
    await page.clock.fastForward(16_000);
    await expect(old.first()).toBeAttached();
    await expect(address).toHaveValue("https://elsewhere.example/posts/1");
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(drawer.getByText(/may be a little old/)).toBeVisible();
    await expect(drawer.getByText("Did this one arrive?")).toBeVisible();
    await examine(page, "calendar-post-old", project.name);
    await drawer.getByRole("button", { name: "Close" }).click();
    await expect(content(page).getByRole("table")).toBeVisible();
    await examine(page, "calendar-old", project.name);

    await page.unroute(answers);
    await content(page).getByRole("button", { name: "Try again" }).first().click();
    await expect(old).toBeHidden();
  },
);

test("a post that is going out can't be changed", { tag: "@once" }, async ({ page, account }) => {
  const sample = await connectSample(page, account);
  const id = await asPublisher((client) =>
    insertPost(client, sample, { status: "pending", at: farOff, caption: "On its way" }),
  );
  await page.goto(`/app/calendar?month=2031-05&post=${id}`);
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("button", { name: "Cancel post" })).toBeVisible();
  // The page does not know yet: it asks again in some seconds.
  await asPublisher((client) =>
    client.query(
      "update scheduled_posts set status = 'publishing', scheduled_for = now() where id = $1",
      [id],
    ),
  );
  await drawer.getByRole("button", { name: "Cancel post" }).click();
  await expect(drawer.getByRole("alert")).toContainText("can't be changed any more");
  await expect(drawer.getByText("Going out now")).toBeVisible();

  // And without a reload, what became of it.
  await asPublisher((client) =>
    client.query(
      "update scheduled_posts set status = 'published', published_at = now(), permalink = 'http://sandbox.localhost/posts/1' where id = $1",
      [id],
    ),
  );
  await expect(drawer.getByText(/^Published .*\d\d:\d\d$/)).toBeVisible();
  await expect(drawer.getByRole("link", { name: "Open on Sandbox" })).toBeVisible();
  await expect(drawer.getByRole("button", { name: "Cancel post" })).toBeHidden();
});

test(
  "a post is dragged to another day and keeps its time",
  { tag: "@once" },
  async ({ page, account }) => {
    const sample = await connectSample(page, account);
    await asPublisher((client) =>
      insertPost(client, sample, { status: "pending", at: farOff, caption: "Move me" }),
    );
    await page.goto("/app/calendar?month=2031-05");
    const chip = page.getByRole("link", { name: /Move me/ }).first();
    await expect(chip).toBeVisible();
    const [time = ""] = /\d\d:\d\d/.exec(await chip.innerText()) ?? [];
    expect(time).not.toBe("");
    const last = page.getByRole("cell").last();
    await chip.dragTo(last);
    await expect(last.getByRole("link", { name: /Move me/ })).toContainText(time);
    await expect(page.getByText(/^Moved to/).first()).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(last.getByRole("link", { name: /Move me/ })).toBeHidden();

    // It is being prepared: nothing has gone out, so a drag takes it back.
    const id = await asPublisher(async (client) => {
      const post = { status: "publishing", at: farOff, caption: "Nearly ready" };
      const prepared = await insertPost(client, sample, post);
      await client.query(
        `update scheduled_posts
            set attempt_no = 1, claim_token = gen_random_uuid(), claimed_until = now() + interval '1 minute'
          where id = $1`,
        [prepared],
      );
      await client.query(
        `insert into publish_attempts (id, user_id, post_id, generation, n, state)
         select gen_random_uuid(), user_id, id, generation, attempt_no, 'started'
           from scheduled_posts where id = $1`,
        [prepared],
      );
      return prepared;
    });
    await page.reload();
    await page
      .getByRole("link", { name: /Nearly ready/ })
      .first()
      .dragTo(last);
    await expect(last.getByRole("link", { name: /Nearly ready/ })).toBeVisible();
    const claim = () =>
      asPublisher((client) =>
        client.query("select status, claim_token from scheduled_posts where id = $1", [id]),
      );
    await expect
      .poll(async () => (await claim()).rows)
      .toEqual([{ status: "pending", claim_token: null }]);
  },
);

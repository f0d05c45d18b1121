import type { Page } from "@playwright/test";
import { chooseZone } from "./admin-api.ts";
import { asPublisher, connectReal, insertDue, insertPost } from "./sample-data.ts";
import { armFault, captionsOf, createSandboxAccount } from "./sandbox.ts";
import { content, examine, expect, test } from "./test.ts";

const sending = { path: "/compose", method: "POST" };

// One account that is really signed in, for all that has to arrive at the platform, or not.
test(
  "a pause holds what is due, and a drag in mid-air changes nothing",
  { tag: "@once" },
  async ({ page, account }, { project }) => {
    const sandbox = await createSandboxAccount({ posts: 0 });
    await chooseZone(account.email, zoneBeforeTheMonthEnds());
    const sample = await connectReal(account, "sandbox", sandbox);
    const plan = (caption: string) => insertDue(sample, caption);
    const captions = () => captionsOf(sandbox.username);

    await test.step("a paused platform says why nothing goes out, and goes on", async () => {
      await page.goto("/app/platforms");
      await page.getByRole("button", { name: "Pause posting" }).click();
      const dialog = page.getByRole("dialog", { name: "Pause posting" });
      await dialog.getByLabel("All your accounts on Sandbox").check();
      await dialog.getByLabel("Reason (optional)").fill("A quiet evening");
      await examine(page, "dialog-pause", project.name);
      await dialog.getByRole("button", { name: "Pause posting" }).click();
      await expect(dialog).toBeHidden();
      await plan("Waits for the pause");
      await page.goto("/app/calendar?view=list");
      await expect(
        content(page).getByRole("heading", { name: "Posting on Sandbox is paused" }),
      ).toBeVisible();
      await expect(content(page).getByText("A quiet evening")).toBeVisible();
      const row = rowOf(page, "Waits for the pause");
      await expect(row).toContainText("Waits: posting on Sandbox is paused");
      await examine(page, "calendar-paused", project.name);
      expect(await captions()).toEqual({ captions: [], duplicates: 0 });

      await page.getByRole("button", { name: "Go on" }).click();
      const question = page.getByRole("alertdialog");
      await expect(question.getByText("One post is overdue and goes out at once.")).toBeVisible();
      await question.getByRole("button", { name: "Go on" }).click();
      await expect(row).toContainText("Published");
      await expect(page.getByText("Posting on Sandbox is paused")).toBeHidden();
      expect(await captions()).toEqual({ captions: ["Waits for the pause"], duplicates: 0 });
    });

    await test.step("a post dragged while it goes out jumps back and is there once", async () => {
      await armFault({
        kind: "slow",
        username: sandbox.username,
        ...sending,
        ms: 12_000,
        times: 1,
      });
      // Due once the page is there.
      const at = new Date(Date.now() + 40_000);
      const id = await asPublisher((client) =>
        insertPost(client, sample, { status: "pending", at, caption: "In mid-air" }),
      );
      await page.goto("/app/calendar");
      const chip = page.getByRole("table").getByRole("link", { name: /In mid-air/ });
      const later = page.getByRole("cell").last();
      await expect(chip).toBeVisible();
      await expect.poll(() => attemptStateOf(id), { intervals: [100] }).toBe("sending");
      await chip.dragTo(later);
      await expect(page.getByText(/can't be changed any more/).first()).toBeVisible();
      await expect(later.getByRole("link", { name: /In mid-air/ })).toBeHidden();
      expect((await captions()).duplicates).toBe(0);
      await expect(chip).toContainText("Published");
      expect(await captions()).toEqual({
        captions: ["In mid-air", "Waits for the pause"],
        duplicates: 0,
      });
    });
  },
);

/** Where the calendar shows a day after today: these two never have the same date. */
function zoneBeforeTheMonthEnds(): string {
  const [early, late] = ["Pacific/Pago_Pago", "Pacific/Kiritimati"] as const;
  const [weekday, month] = wordsOfDay(0, late);
  return weekday === "Sun" && month !== wordsOfDay(1, late)[1] ? early : late;
}

function wordsOfDay(daysAway: number, timeZone: string): string[] {
  const at = new Date(Date.now() + daysAway * 24 * 60 * 60_000);
  return at.toLocaleDateString("en-US", { timeZone, weekday: "short", month: "short" }).split(" ");
}

function rowOf(page: Page, caption: string) {
  return content(page).getByRole("link", { name: new RegExp(caption) });
}

async function attemptStateOf(post: string): Promise<string | undefined> {
  const { rows } = await asPublisher((client) =>
    client.query<{ state: string }>("select state from publish_attempts where post_id = $1", [
      post,
    ]),
  );
  return rows[0]?.state;
}

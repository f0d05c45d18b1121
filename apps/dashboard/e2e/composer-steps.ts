import type { Locator } from "@playwright/test";
import { zone } from "./sample-data.ts";
import { expect } from "./test.ts";

/** The box itself is for readers and keys: people press its words. */
export async function choose(composer: Locator, name: string): Promise<void> {
  await composer.locator("label", { hasText: name }).click();
  await expect(composer.getByRole("checkbox", { name: new RegExp(name) })).toBeChecked();
}

/** Lets an account differ, and is on its tab then. */
export async function differ(
  composer: Locator,
  label: string,
  { fromAll = false } = {},
): Promise<void> {
  if (fromAll) await composer.getByRole("tab", { name: "All" }).click();
  await composer.getByRole("button", { name: "Make it different for one account" }).click();
  await composer.getByRole("button", { name: `Different for ${label}` }).click();
  await expect(composer.getByRole("tab", { name: label, selected: true })).toBeVisible();
  await expect(composer.getByLabel("Caption")).toBeFocused();
}

/** Enters a moment as her clock shows it. */
export async function chooseMinute(composer: Locator, moment: Date): Promise<void> {
  const shown = moment.toLocaleString("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const [date = "", time = ""] = shown.split(" ");
  await composer.getByLabel("Date").fill(date);
  await composer.getByLabel("Time", { exact: true }).fill(time);
}

/** The form takes whole minutes; this one is at least 25 s away, and so many minutes. */
export function inMinutes(minutes: number): Date {
  const minuteMs = 60_000;
  const soonest = Date.now() + 25_000 + minutes * minuteMs;
  return new Date(Math.ceil(soonest / minuteMs) * minuteMs);
}

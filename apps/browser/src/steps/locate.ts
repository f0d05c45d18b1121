import type { Target } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Locator, Page } from "playwright-core";

type Role = Parameters<Page["getByRole"]>[0];

/** Every element that a target names. */
export function locate(page: Page, target: Target): Locator {
  if ("css" in target) return page.locator(`css=${target.css}`);
  const exact = target.exact ?? false;
  if ("label" in target) return page.getByLabel(target.label, { exact });
  return page.getByRole(asRole(target.role), { name: target.name, exact });
}

/** Safe: Playwright compares the role with those of the page, and one that is unknown is on none. */
function asRole(role: string): Role {
  return role as Role;
}

export function changed(what: string): AppError {
  return new AppError(
    "platform_changed",
    `The page ${what}. The platform may have changed its pages; nothing more was done there.`,
  );
}

export function describe(target: Target): string {
  if ("role" in target) return `${target.role} "${target.name}"`;
  return "label" in target ? `field "${target.label}"` : `element ${target.css}`;
}

import type { Platform } from "../platform.ts";

/** What was read of a page, one or many, as a list. */
export function listOf(value: string | string[] | null | undefined): string[] {
  return value == null ? [] : [value].flat();
}

/** A link of the site as a whole address. */
export function addressOf({ origin }: Platform, href: string | null): string | null {
  return href === null ? null : new URL(href, origin).href;
}

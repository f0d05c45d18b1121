import type { ActRequest } from "@genie/browser-client";
import { AppError } from "@genie/errors";

/** By convention they lead somewhere or show something, and change nothing. */
const leading: ReadonlySet<string> = new Set(["link", "tab"]);

/**
 * What of `act` is open to who only reads: to look for an element, and to follow a link or a tab that is
 * named by its role. A model that finds elements by meaning could find a button, so it is not asked.
 */
export function requireReaderStep({ action, target, what }: ActRequest): void {
  const isLink = "role" in target && leading.has(target.role);
  if (what === undefined && (action === "find" || (action === "click" && isLink))) return;
  throw new AppError(
    "forbidden",
    "An action may follow links and tabs of a page, named by their role, and neither fill in nor press anything. Nothing was done.",
  );
}

import { setTimeout as delay } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";

/** What is used of the page; Node itself has none. */
type Element = {
  matches: (css: string) => boolean;
  shadowRoot: { activeElement: Element | null } | null;
  value?: string;
  selectionStart?: number | null;
  selectionEnd?: number | null;
};
type Document = {
  hasFocus: () => boolean;
  activeElement: Element | null;
  getSelection: () => { toString: () => string } | null;
};
type Selected = { hasFocus: boolean; text: string | null };

const timeoutMs = 2000;
const mostCharacters = 100_000;

/** The text that is selected on the page, empty for none; null in a field for passwords. */
export async function readSelection(page: Page): Promise<string | null> {
  const found = await Promise.all(page.frames().map(readFrame));
  const focused = found.find(({ hasFocus }) => hasFocus);
  if (focused !== undefined) return focused.text;
  return found.find(({ text }) => text)?.text ?? "";
}

/** A frame that hangs or has gone has nothing selected. */
async function readFrame(frame: Frame): Promise<Selected> {
  const nothing = { hasFocus: false, text: "" };
  const late = delay(timeoutMs, nothing, { ref: false });
  const read = frame.evaluate(selectedIn, mostCharacters).catch(() => nothing);
  return Promise.race([read, late]);
}

/** Runs in the page. */
function selectedIn(most: number): Selected {
  const { document } = globalThis as unknown as { document: Document };
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const hasFocus = document.hasFocus() && !active?.matches("iframe, frame");
  if (active?.matches("input[type=password], input[autocomplete*=password]")) {
    return { hasFocus, text: null };
  }
  const { value, selectionStart: start, selectionEnd: end } = active ?? {};
  const text =
    typeof value === "string" && typeof start === "number" && typeof end === "number"
      ? value.slice(start, end)
      : (document.getSelection()?.toString() ?? "");
  return { hasFocus, text: text.slice(0, most) };
}

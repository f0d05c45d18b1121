import type { ActRequest, Target } from "@genie/browser-client";
import type { ElementHandle, Locator, Page } from "playwright-core";
import type { SessionHelp } from "../guide/session-help.ts";
import type { Session } from "../sessions/session.ts";
import { asControl, isOfSameForm, readNames, targetOf } from "./controls.ts";
import { changed, describe, locate } from "./locate.ts";

type Step = Pick<ActRequest, "action" | "target" | "what"> & { secret?: boolean | undefined };

/**
 * The element that a language model takes for the one that is meant, if it is one that the step can be
 * done with. Throws `platform_changed` otherwise; nothing was done then.
 */
export async function findByMeaning(
  { page }: Session,
  help: SessionHelp,
  step: Step & { what: string },
): Promise<ElementHandle> {
  const path = await help.guide.find(step.what);
  const pointedAt = path === null ? null : await theOnly(page.locator(path));
  const control = pointedAt && (await usableFor(pointedAt, help, step));
  if (!control) throw changed(`has no ${describe(step.target)}, and nothing that clearly is it`);
  help.found.set(keyOf(step.target), control);
  const name = await nameFor(page, control);
  if (name !== null) help.findings.remember(page.url(), step.target, name);
  return control;
}

/** What was found before: on this document, or on the same page in another session. */
export async function findAgain(
  { page }: Session,
  help: SessionHelp,
  step: Step,
): Promise<ElementHandle | null> {
  const here = help.found.get(keyOf(step.target));
  if (here && (await here.evaluate(isConnected).catch(() => false))) return here;
  const target = help.findings.get(page.url(), step.target);
  if (target === undefined) return null;
  const again = await theOnly(locate(page, target));
  const control = again && (await usableFor(again, help, step));
  if (control === null) {
    help.findings.forget(page.url(), step.target);
    return null;
  }
  help.found.set(keyOf(step.target), control);
  return control;
}

async function theOnly(locator: Locator): Promise<ElementHandle | null> {
  const handles = await locator.elementHandles().catch(() => []);
  return handles.length === 1 ? (handles[0] ?? null) : null;
}

/** The control that is pointed at, or around it. What sends a form has to belong to what was filled in. */
async function usableFor(
  pointedAt: ElementHandle,
  { filled }: SessionHelp,
  { action, secret = false }: Step,
): Promise<ElementHandle | null> {
  const found = await pointedAt.evaluateHandle(asControl, { action, secret });
  const control: ElementHandle | null = found.asElement();
  if (control === null || !(await control.isVisible())) return null;
  if (action !== "click" && action !== "find") return control;
  for (const field of filled) {
    if (!(await control.evaluate(isOfSameForm, field))) return null;
  }
  return control;
}

/** How the same control is found without the model; null when its name is not its own. */
async function nameFor(page: Page, control: ElementHandle): Promise<Target | null> {
  const target = targetOf(await control.evaluate(readNames));
  const same = target && (await theOnly(locate(page, target)));
  const isSame = same && (await same.evaluate((element, other) => element === other, control));
  return isSame ? target : null;
}

function isConnected(element: { isConnected: boolean }): boolean {
  return element.isConnected;
}

export function keyOf(target: Target): string {
  return JSON.stringify(target);
}

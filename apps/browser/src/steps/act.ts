import type { ActRequest, PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { ElementHandle, Locator } from "playwright-core";
import type { z } from "zod";
import type { Session } from "../sessions/session.ts";
import { findElement } from "./find-element.ts";
import { changed, describe } from "./locate.ts";
import { loadTimeoutMs } from "./navigate.ts";
import { explainFailedLoad, forgetDocument, readPageState } from "./page-state.ts";
import { stopLoading } from "./stop-loading.ts";

type Step = z.output<typeof ActRequest>;

/** How long an element may take to be there and to be usable. */
const elementTimeoutMs = 10_000;

/**
 * Takes one step. Throws `platform_changed` before anything was done when the element is not there or
 * can't be used, `upstream_unavailable` when a click's page did not come in time.
 */
export async function act(session: Session, step: Step): Promise<PageState> {
  const timeout = step.timeout_ms ?? loadTimeoutMs;
  const elementTimeout = Math.min(timeout, elementTimeoutMs);
  const element = await findElement(session, step, elementTimeout);
  forgetDocument(session);
  if (step.action === "click" && step.navigates) {
    return clickThrough(session, element, { timeout, elementTimeout });
  }
  try {
    await take(session, element, step, elementTimeout);
  } catch (error) {
    if (error instanceof AppError || session.ending.signal.aborted) throw error;
    throw changed(`has a ${describe(step.target)} that can't be used`);
  }
  return readPageState(session);
}

async function take(
  session: Session,
  element: Locator | ElementHandle,
  step: Step,
  timeout: number,
): Promise<unknown> {
  switch (step.action) {
    case "fill":
      session.help?.typed.add(step.value);
      await element.fill(step.value, { timeout });
      return session.help?.filled.push(await handleOf(element));
    case "select":
      return element.selectOption(step.value, { timeout });
    case "click":
      return element.click({ timeout, noWaitAfter: true });
    case "upload":
      return element.setInputFiles(
        step.files.map((file) => pathOf(session, file)),
        { timeout },
      );
    case "find":
      if (!(await element.isEnabled())) throw changed(`has a ${describe(step.target)} that is off`);
  }
  return undefined;
}

async function handleOf(element: Locator | ElementHandle): Promise<ElementHandle> {
  if (!("elementHandle" in element)) return element;
  const [handle] = await element.elementHandles();
  if (handle) return handle;
  throw changed("has replaced a field while it was filled in");
}

/** The page that a click leads to. What is not there in time is given up, so that it can't arrive later. */
async function clickThrough(
  session: Session,
  element: Locator | ElementHandle,
  { timeout, elementTimeout }: { timeout: number; elementTimeout: number },
): Promise<PageState> {
  const { page } = session;
  try {
    await Promise.all([
      page.waitForNavigation({ waitUntil: "domcontentloaded", timeout }),
      element.click({ timeout: elementTimeout, noWaitAfter: true }),
    ]);
  } catch (error) {
    await stopLoading(session);
    return explainFailedLoad(session, error);
  }
  return readPageState(session);
}

function pathOf({ files }: Session, handle: string): string {
  const path = files.get(handle);
  if (path !== undefined) return path;
  throw new AppError("invalid_input", "A file of this step was not handed over to the session.");
}

import type { ActRequest, Target } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { type ElementHandle, errors, type Locator, type Page } from "playwright-core";
import type { z } from "zod";
import type { Session } from "../sessions/session.ts";
import { findAgain, findByMeaning } from "./find-by-meaning.ts";
import { changed, describe, locate } from "./locate.ts";

type Step = z.output<typeof ActRequest>;

/** How long a page may take to show an element, before the model is asked for it. */
const patienceMs = 2000;
/** The same on a page where that was so already. */
const shortPatienceMs = 300;

/**
 * The one element that is meant. With a language model, one that is not there any more is looked for by
 * its meaning. Throws `platform_changed` when there is none, or more than one.
 */
export async function findElement(
  session: Session,
  step: Step,
  timeoutMs: number,
): Promise<Locator | ElementHandle> {
  const { page, help } = session;
  if (help === null) return findUnaided(page, step, timeoutMs);
  const again = await findAgain(session, help, step);
  if (again) return again;
  const { what } = step;
  if (what === undefined) return findByTarget(page, step.target, timeoutMs);
  const patience = help.found.size > 0 ? shortPatienceMs : patienceMs;
  try {
    return await findByTarget(page, step.target, Math.min(timeoutMs, patience));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return findByMeaning(session, help, { ...step, what });
  }
}

/** The same where there is no model; the sentence says that one could help. */
async function findUnaided(page: Page, { target, what }: Step, timeoutMs: number) {
  try {
    return await findByTarget(page, target, timeoutMs);
  } catch (error) {
    if (what === undefined || !(error instanceof AppError)) throw error;
    const hint = "With a language model Genie could look for it; ask the operator to set one up.";
    throw new AppError(error.code, `${error.message} ${hint}`, { cause: error });
  }
}

async function findByTarget(page: Page, target: Target, timeoutMs: number): Promise<Locator> {
  const found = locate(page, target);
  try {
    await found.first().waitFor({ state: "attached", timeout: timeoutMs });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    throw changed(`has no ${describe(target)}`);
  }
  const count = await found.count();
  if (count > 1) throw changed(`has ${count} times ${describe(target)}`);
  return found;
}

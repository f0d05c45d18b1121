import type { Step } from "../define-step.ts";
import { findIn, type Registry } from "../registry.ts";
import { browserAct } from "./browser-act.ts";
import { browserClose } from "./browser-close.ts";
import { browserCookieLogin } from "./browser-cookie-login.ts";
import { browserExtract } from "./browser-extract.ts";
import { browserNavigate } from "./browser-navigate.ts";
import { browserObserve } from "./browser-observe.ts";
import { browserScreenshot } from "./browser-screenshot.ts";
import { browserStart } from "./browser-start.ts";
import { classify } from "./classify.ts";
import { condition } from "./condition.ts";
import { createDraft } from "./create-draft.ts";
import { createItem } from "./create-item.ts";
import { createUser } from "./create-user.ts";
import { deleteItem } from "./delete-item.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { findAccount } from "./find-account.ts";
import { generateText } from "./generate-text.ts";
import { httpRequest } from "./http-request.ts";
import { notify } from "./notify.ts";
import { readItem } from "./read-item.ts";
import { readItems } from "./read-items.ts";
import { schedulePost } from "./schedule-post.ts";
import { searchItems } from "./search-items.ts";
import { searchOwn } from "./search-own.ts";
import { summarise } from "./summarise.ts";
import { triggerFlow } from "./trigger-flow.ts";
import { updateItem } from "./update-item.ts";
import { updateUser } from "./update-user.ts";

/** Everything that a flow can do, by the name that flows call it. */
export const steps = {
  "read-items": readItems,
  "read-item": readItem,
  "search-items": searchItems,
  "search-own": searchOwn,
  "create-item": createItem,
  "update-item": updateItem,
  "delete-item": deleteItem,
  "trigger-flow": triggerFlow,
  "create-user": createUser,
  "update-user": updateUser,
  "create-draft": createDraft,
  "schedule-post": schedulePost,
  classify,
  "enqueue-job": enqueueJob,
  notify,
  condition,
  "generate-text": generateText,
  summarise,
  "http-request": httpRequest,
  "find-account": findAccount,
  "browser-start": browserStart,
  "browser-cookie-login": browserCookieLogin,
  "browser-navigate": browserNavigate,
  "browser-act": browserAct,
  "browser-extract": browserExtract,
  "browser-observe": browserObserve,
  "browser-screenshot": browserScreenshot,
  "browser-close": browserClose,
} as const satisfies Registry;

export type StepName = keyof typeof steps;

/** The step of that name; undefined when there is none. */
export const findStep = (name: string): Step | undefined => findIn(steps, name);

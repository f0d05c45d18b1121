import type { StepTools } from "@genie/actions";
import { guardedFetch } from "@genie/guarded-fetch";
import { createChatModel } from "@genie/llm";
import type { Accountability, Context } from "../../directus.ts";
import { gateEnv } from "../../gate-env.ts";
import { libraryWriter } from "../../library/library-owner.ts";
import { classifyOne } from "../../taxonomy/classify-one.ts";
import { asAppError } from "../failure.ts";
import { describeFlow } from "./describe-flow.ts";
import { notifyPerson } from "./notify-person.ts";
import { openBrowser } from "./open-browser.ts";
import { ownRowsOf } from "./own-rows-of.ts";
import { rowsOf } from "./rows-of.ts";
import { saveFile } from "./save-file.ts";
import { triggerFlow } from "./trigger-flow.ts";

/** Whose run it is. From the end of `signal` on nothing is changed, also by what has begun. */
export type Run = {
  context: Context;
  accountability: Accountability & { user: string };
  signal: AbortSignal;
};

/** All that steps of a run reach: what its person could do herself, and nothing past her rights. */
export function createStepTools(
  context: Context,
  accountability: Accountability & { user: string },
  signal: AbortSignal,
): StepTools {
  const run: Run = { context, accountability, signal };
  const { user } = accountability;
  const { model, platforms } = gateEnv(context.env);
  const { create, readOne, update } = rowsOf(run, "directus_users");
  return {
    person: { id: user },
    rows: (collection) => rowsOf(run, collection),
    ownRows: (collection) => ownRowsOf(run, collection),
    users: { create, readOne, update },
    triggerFlow: explained((flow) => triggerFlow(run, flow)),
    describeFlow: explained((flow) => describeFlow(run, flow)),
    classify: explained(async (id) => {
      const owner = libraryWriter(accountability);
      return (await classifyOne(context, { id, owner, accountability })).classification;
    }),
    notify: explained((message) => notifyPerson(context, user, message)),
    saveFile: explained((file) => saveFile(run, file)),
    platforms: platforms.map(({ id, name, hosts }) => ({ id, name, hosts })),
    // Made when it is asked, since most runs ask none.
    model: model && { ask: (...question) => createChatModel(model).ask(...question) },
    browser: explained((account, ends) => openBrowser(run, account, ends)),
    fetch: onlyInternet,
  };
}

const onlyInternet = guardedFetch({ allowedOrigins: [] });

/** What Directus throws, in the words and codes that steps know. */
function explained<Arguments extends unknown[], Answer>(
  call: (...given: Arguments) => Promise<Answer>,
): (...given: Arguments) => Promise<Answer> {
  return async (...given) => {
    try {
      return await call(...given);
    } catch (error) {
      throw asAppError(error);
    }
  };
}

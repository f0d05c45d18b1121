import { AppError } from "@genie/errors";
import type { StepTools } from "../step-tools.ts";

/**
 * The tools of one step: from the moment its signal ends they refuse everything, so a step that does not
 * look at the signal still changes nothing after it was given up.
 */
export function guardTools(tools: StepTools, signal: AbortSignal): StepTools {
  const guarded =
    <Arguments extends unknown[], Answer>(call: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments): Promise<Answer> => {
      if (signal.aborted) throw over();
      return call(...given);
    };
  const { browser, model } = tools;
  return {
    person: tools.person,
    platforms: tools.platforms,
    rows: (collection) => {
      const rows = tools.rows(collection);
      return {
        read: guarded(rows.read),
        readOne: guarded(rows.readOne),
        create: guarded(rows.create),
        update: guarded(rows.update),
        delete: guarded(rows.delete),
      };
    },
    ownRows: (collection) => ({ read: guarded(tools.ownRows(collection).read) }),
    users: {
      create: guarded(tools.users.create),
      readOne: guarded(tools.users.readOne),
      update: guarded(tools.users.update),
    },
    triggerFlow: guarded(tools.triggerFlow),
    describeFlow: guarded(tools.describeFlow),
    classify: guarded(tools.classify),
    notify: guarded(tools.notify),
    saveFile: guarded(tools.saveFile),
    model: model && { ...model, ask: guarded(model.ask) },
    browser: browser && guarded(browser),
    fetch: guarded(tools.fetch),
  };
}

const over = () => new AppError("conflict", "This step is over. Nothing more was done.");

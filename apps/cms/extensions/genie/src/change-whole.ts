import { AppError } from "@genie/errors";
import type { Knex } from "knex";
import type { Accountability, Context, ItemsService, MutationOptions } from "./directus.ts";
import { type ActionEvent, emitEvents } from "./directus-emitter.ts";

type Change = {
  context: Context;
  accountability: Accountability;
  collection: string;
  /** Of the run of an action that it belongs to. */
  signal?: AbortSignal;
};

/**
 * Changes rows of one collection, all that belongs to it or nothing: what is not done when the run ends
 * is taken back. Hooks and flows hear of it after the commit, as they do of Directus' own changes.
 */
export async function changeWhole<Answer>(
  { context, accountability, collection, signal }: Change,
  work: (service: ItemsService, options: MutationOptions, trx: Knex) => Promise<Answer>,
): Promise<Answer> {
  const { database, services, getSchema } = context;
  const schema = await getSchema();
  const events: ActionEvent[] = [];
  const answer = await database.transaction(async (trx) => {
    const options = { schema, knex: trx, accountability };
    const service =
      collection === "directus_users"
        ? new services.UsersService(options)
        : collection === "directus_files"
          ? new services.FilesService(options)
          : new services.ItemsService(collection, options);
    const held = { bypassEmitAction: (event: ActionEvent) => void events.push(event) };
    const done = await work(service, held, trx);
    if (signal?.aborted) throw tooLate();
    return done;
  });
  await emitEvents(events);
  return answer;
}

const tooLate = () =>
  new AppError("conflict", "The action was over before this was done, so it was not done.");

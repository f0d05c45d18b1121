import type { Accountability, Context } from "./directus.ts";
import { importFromDirectus } from "./directus-module.ts";

/** A row that SQL of ours has changed. */
export type RowChange = {
  collection: string;
  action: "create" | "update";
  id: string;
  /** The columns that changed, with their new values. */
  values: Record<string, unknown>;
};

/** What a service would have told of its own change. */
export type ActionEvent = { event: string | string[]; meta: object; context: object };

/** Tells of changes that services were kept from telling of, once they are committed. */
export async function emitEvents(events: readonly ActionEvent[]): Promise<void> {
  if (events.length === 0) return;
  const emitter = await directusEmitter();
  for (const { event, meta, context } of events) {
    emitter.emitAction([event].flat(), meta, context);
  }
}

type Emitter = { emitAction: (events: string[], meta: object, context: object) => void };

/**
 * Tells hooks, flows and notifications of changes that SQL has made, as Directus tells of its own.
 * After the commit, or they would read what is not there yet.
 */
export async function announceChanges(
  { database, getSchema }: Context,
  accountability: Accountability | null,
  changes: readonly RowChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const [emitter, schema] = await Promise.all([directusEmitter(), getSchema()]);
  for (const { collection, action, id, values } of changes) {
    const row = action === "create" ? { key: id } : { keys: [id] };
    emitter.emitAction(
      [`items.${action}`, `${collection}.items.${action}`],
      { ...row, payload: values, collection },
      { database, schema, accountability },
    );
  }
}

let known: Promise<Emitter> | undefined;

/** Directus' own emitter; the one that extensions are handed reaches only extensions. */
function directusEmitter(): Promise<Emitter> {
  return (known ??= findEmitter());
}

async function findEmitter(): Promise<Emitter> {
  const { useEmitter } = await importFromDirectus<{ useEmitter: () => Emitter }>(
    "@directus/api/emitter",
  );
  return useEmitter();
}

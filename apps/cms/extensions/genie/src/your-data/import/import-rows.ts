import { type Collection, exportedCollections, type Field, ownership } from "@genie/schema";
import type { Knex } from "knex";
import type { Payload } from "../../directus.ts";
import { type ActionEvent, emitEvents } from "../../directus-emitter.ts";
import { refusal } from "../../refusals.ts";
import { type ExportedRow, exportedRows } from "./exported-rows.ts";
import type { ImportStep } from "./import-plan.ts";
import { importedId } from "./imported-id.ts";
import { type Importer, noteHere } from "./importer.ts";
import { ownRow } from "./own-row.ts";
import { withOwnPicture } from "./with-own-picture.ts";

/** A reference to a row of the same collection that comes later. */
type Later = { id: string; field: string; old: string };

/** Brings in the rows of one collection, each by itself: one that is refused holds up no other. */
export async function importRows(importer: Importer, step: ImportStep): Promise<void> {
  const { name } = step.collection;
  const exported = exportedCollections.find((collection) => collection.name === name);
  if (!exported) return;
  const later: Later[] = [];
  for await (const row of exportedRows(importer, exported)) {
    try {
      await importRow(importer, step, checkedRow(row, exported.fields, step.collection), later);
    } catch (error) {
      importer.report.leftOut(name, row.id, error);
    }
  }
  for (const { id, field, old } of later) {
    const target = importer.here.get(name)?.get(old);
    if (target === undefined) continue;
    await importer.context
      .database(name)
      .where({ id })
      .update({ [field]: target });
  }
}

/**
 * The fields that an export has, each with a value of its own kind. A file may have been written by anybody, and Directus
 * would make or change other rows where a reference holds an object. Throws INVALID_PAYLOAD.
 */
function checkedRow(
  row: ExportedRow,
  exported: readonly string[],
  { fields }: Collection,
): ExportedRow {
  const checked: ExportedRow = { id: row.id };
  for (const field of exported) {
    const spec = fields[field];
    const value = row[field];
    if (field === "id" || spec === undefined || value === undefined) continue;
    if (value !== null && !spec.zod.safeParse(value).success) {
      throw refusal("INVALID_PAYLOAD", `"${field}" holds what it can't hold.`);
    }
    checked[field] = value;
  }
  return checked;
}

async function importRow(
  importer: Importer,
  { collection, change, fills }: ImportStep,
  { id: old, ...row }: ExportedRow,
  later: Later[],
): Promise<void> {
  const { user, report } = importer;
  const { name } = collection;
  const id = importedId(user, name, old);
  const { payload, missing, waiting } = await referTo(importer, collection, change(row));
  if (missing !== null) {
    return report.leftOut(name, old, `What it belongs to (${missing}) did not come in.`);
  }
  if (name === "media_presets") {
    payload["options"] = withOwnPicture(payload["options"], importer.here.get("directus_files"));
  }
  const existing = await findHere(importer, collection, [id, old], payload);
  if (existing !== undefined) {
    noteHere(importer, name, old, existing);
    if (fills) await fillEmpty(importer.context.database, name, existing, payload);
    return report.wasHere(name);
  }
  const made = await create(importer, collection, { ...payload, id, user_id: user });
  for (const [field, target] of waiting) later.push({ id: made, field, old: target });
  noteHere(importer, name, old, made);
  report.cameIn(name);
}

/** The row with references to what is here; `missing` is a field that it can't be without. */
async function referTo(importer: Importer, { name, fields }: Collection, row: Payload) {
  const { context, here } = importer;
  const payload = { ...row };
  const waiting: [field: string, old: string][] = [];
  let missing: string | null = null;
  for (const [field, { reference, present }] of Object.entries(fields)) {
    const value = row[field];
    if (!reference || typeof value !== "string") continue;
    const target = ownership.has(reference.collection)
      ? here.get(reference.collection)?.get(value)
      : await idIn(context.database, reference.collection, value);
    payload[field] = target ?? null;
    if (target !== undefined) continue;
    if (reference.collection === name) waiting.push([field, value]);
    else if (present) missing = field;
  }
  return { payload, missing, waiting };
}

async function idIn(database: Knex, table: string, id: string): Promise<string | undefined> {
  const row = await database(table)
    .whereRaw("id::text = ?", [id])
    .first<{ id: string } | undefined>("id");
  return row?.id;
}

/**
 * The row that stands for it here: from an import before, the very row when it comes back to where it is from, or one of
 * hers that says the same by a unique key.
 */
async function findHere(
  { context: { database }, user }: Importer,
  { name, fields, unique = [] }: Collection,
  ids: readonly string[],
  payload: Payload,
): Promise<string | undefined> {
  for (const id of ids) {
    const found = await ownRow(database, name, { user_id: user }, id);
    if (found) return found.id;
  }
  const row: Payload = { ...payload, user_id: user };
  const keys = [
    ...unique,
    ...Object.keys(fields).flatMap((field) => (fields[field]?.unique ? [[field]] : [])),
  ];
  for (const key of keys) {
    const values = key.map((column) => [column, row[column]] as const);
    if (values.some(([, value]) => value === null || value === undefined)) continue;
    const found = await database(name)
      .where({ ...Object.fromEntries(values), user_id: user })
      .first<{ id: string } | undefined>("id");
    if (found) return found.id;
  }
  return undefined;
}

async function fillEmpty(database: Knex, name: string, id: string, payload: Payload) {
  const stored = (await database(name).where({ id }).first<Payload | undefined>()) ?? {};
  const filled = Object.entries(payload).filter(
    ([field, value]) => (stored[field] ?? null) === null && value !== null,
  );
  if (filled.length === 0) return;
  const values = filled.map(([field, value]) => [field, storable(value)]);
  await database(name).where({ id }).update(Object.fromEntries(values));
}

const storable = (value: unknown) =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : value;

/**
 * Makes the row by Directus and its rules, and then says when it was made and what has become of it. Answers its id: a
 * row with secrets gets another one from the gate, and is found again by its unique key.
 */
async function create(
  { context, schema, accountability }: Importer,
  { name, fields }: Collection,
  row: Payload,
): Promise<string> {
  const events: ActionEvent[] = [];
  const id = await context.database.transaction(async (trx) => {
    const items = new context.services.ItemsService(name, { schema, knex: trx, accountability });
    const [later, now] = partition(row, ([field]) => isSetLater(name, field, fields[field]));
    const made = await items.createOne(now, { bypassEmitAction: (event) => events.push(event) });
    // A trigger has noted the figures of today, and the export has those of its days.
    if (name === "scraped_media") {
      await trx("media_snapshots").where({ scraped_media_id: made }).delete();
    }
    const values = Object.entries(later).filter(([, value]) => value !== null);
    if (values.length > 0) await trx(name).where({ id: made }).update(Object.fromEntries(values));
    return made;
  });
  await emitEvents(events);
  return id;
}

/** Directus dates what it makes, and a post begins as a draft. */
const isSetLater = (name: string, field: string, spec: Field | undefined) =>
  spec?.automatic !== undefined || (name === "scheduled_posts" && field === "status");

function partition(row: Payload, isFirst: (entry: [string, unknown]) => boolean) {
  const entries = Object.entries(row);
  return [
    Object.fromEntries(entries.filter((entry) => isFirst(entry))),
    Object.fromEntries(entries.filter((entry) => !isFirst(entry))),
  ] as const;
}

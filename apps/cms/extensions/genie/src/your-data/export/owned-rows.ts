import type { ExportedCollection } from "@genie/schema";
import type { Knex } from "knex";

type Row = Record<string, unknown>;

const batchSize = 200;

/** Of a collection the rows of one person, a batch after the other in the order of their ids. */
export async function* ownedRows(
  database: Knex,
  { name, ownerField }: Pick<ExportedCollection, "name" | "ownerField">,
  owner: string,
  fields: readonly string[],
): AsyncGenerator<Row> {
  let last: unknown;
  for (;;) {
    const rows: Row[] = await ofOwner(database, { name, ownerField }, owner)
      .modify((query) => {
        if (last !== undefined) void query.where("id", ">", last as string);
      })
      .orderBy("id")
      .limit(batchSize)
      .select(...fields);
    yield* rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1)?.["id"];
  }
}

export async function countOwned(
  database: Knex,
  collection: Pick<ExportedCollection, "name" | "ownerField">,
  owner: string,
): Promise<number> {
  const [row] = await ofOwner(database, collection, owner).count<{ count: string }[]>();
  return Number(row?.count ?? 0);
}

function ofOwner(
  database: Knex,
  { name, ownerField }: Pick<ExportedCollection, "name" | "ownerField">,
  owner: string,
) {
  const rows = database(name).where({ [ownerField]: owner });
  // An upload that is not whole yet is no file.
  return name === "directus_files" ? rows.whereNull("tus_id") : rows;
}

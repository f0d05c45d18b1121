import { dimensions } from "@genie/schema";
import type { OwnTag } from "@genie/taxonomy";
import type { Knex } from "knex";
import { type ClassifierThread, startClassifierThread } from "./start-classifier-thread.ts";

/** The mapping as it stands. */
type Taxonomy = Pick<ClassifierThread, "ask"> & { version: string };

/** The same, and how an owner wants tags classified. */
export type OwnersTaxonomy = Taxonomy & { own: readonly OwnTag[] };

type TagRow = { tag: string; dimension_id: string; weight: string };

/**
 * For a transaction that classifies entries of an owner's. Until its end her own tags can't change, so it is
 * asked before any of her entries is locked: who changes them locks in this order.
 */
export async function taxonomyOf(trx: Knex, owner: string): Promise<OwnersTaxonomy> {
  const taxonomy = await openTaxonomy(trx);
  await trx.raw("select genie_own_tags_lock(cast(? as uuid), false)", [owner]);
  const rows = await trx("tag_overrides")
    .where({ user_id: owner })
    .select<(TagRow & { ignored: boolean })[]>("tag", "dimension_id", "weight", "ignored");
  const own = rows.flatMap((row) => placed(row).map((tag) => ({ ...tag, ignored: row.ignored })));
  return { ...taxonomy, own };
}

let thread: ClassifierThread | undefined;
let opened: { state: string; version: Promise<string> } | undefined;

/** Today's mapping: opened once, and again after somebody has changed it, in any process. */
export async function openTaxonomy(database: Knex): Promise<Taxonomy> {
  const { version: state } = await database("taxonomy_mapping_version").first<{ version: string }>(
    "version",
  );
  thread ??= startClassifierThread(() => {
    thread = undefined;
    opened = undefined;
  });
  const { ask } = thread;
  if (opened?.state !== state) {
    opened = { state, version: readMapping(database).then((mapping) => ask("open", mapping)) };
  }
  try {
    return { ask, version: await opened.version };
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

async function readMapping(database: Knex) {
  const rows = await database("taxonomy_mapping")
    .where({ active: true })
    .orderBy("tag")
    .select<(TagRow & { aliases: unknown })[]>("tag", "dimension_id", "weight", "aliases");
  return rows.flatMap((row) =>
    placed(row).map((tag) => ({ ...tag, aliases: textsOf(row.aliases) })),
  );
}

function placed({ tag, dimension_id, weight }: TagRow) {
  const concept = dimensions.find(({ id }) => id === dimension_id)?.slug;
  return concept === undefined ? [] : [{ tag, concept, weight: Number(weight) }];
}

/** Those of a list, as JSON holds it, that are texts. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

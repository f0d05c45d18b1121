import { dimensions } from "@genie/schema";
import { type Classifier, openClassifier, type OwnTag, type TagReader } from "@genie/taxonomy";
import type { Knex } from "knex";

/** The mapping as it stands, and how its owner wants tags classified. */
export type OwnersTaxonomy = { classifier: Classifier; own: readonly OwnTag[]; read: TagReader };

type TagRow = { tag: string; dimension_id: string; weight: string };

/**
 * For a transaction that classifies entries of an owner's. Until its end her own tags can't change, so it is
 * asked before any of her entries is locked: who changes them locks in this order.
 */
export async function taxonomyOf(trx: Knex, owner: string): Promise<OwnersTaxonomy> {
  await trx.raw("select genie_own_tags_lock(cast(? as uuid), false)", [owner]);
  const rows = await trx("tag_overrides")
    .where({ user_id: owner })
    .select<(TagRow & { ignored: boolean })[]>("tag", "dimension_id", "weight", "ignored");
  const own = rows.flatMap((row) => placed(row).map((tag) => ({ ...tag, ignored: row.ignored })));
  const classifier = await openTaxonomy(trx);
  return { classifier, own, read: classifier.readFor(own) };
}

let opened: { version: string; classifier: Promise<Classifier> } | undefined;

/** The classifier of today's mapping: opened once, and again after somebody has changed that, in any process. */
export async function openTaxonomy(database: Knex): Promise<Classifier> {
  const now = await database("taxonomy_mapping_version").first<{ version: string }>("version");
  const { version } = now;
  if (opened?.version === version) return opened.classifier;
  const classifier = readMapping(database).then(openClassifier);
  opened = { version, classifier };
  try {
    return await classifier;
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

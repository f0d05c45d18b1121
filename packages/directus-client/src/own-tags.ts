import { createItem, deleteItem, readItems, updateItem } from "@directus/sdk";
import { type ConceptSlug, dimensions } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** A tag as the caller wants it classified, whatever the data set says. `weight`: 0 to 1. */
export type OwnTagRow = {
  id: string;
  tag: string;
  concept: ConceptSlug;
  weight: number;
  /** It counts for nothing. */
  ignored: boolean;
};

/** The caller's own tags, by name. */
export async function listOwnTags(client: DirectusClient, viewer: RowReader): Promise<OwnTagRow[]> {
  const rows = await client.send(
    readItems("tag_overrides", {
      fields: ["id", "tag", "dimension_id", "weight", "ignored"],
      filter: onlyOwn(viewer).filter,
      sort: ["tag"],
      limit: 1000,
    }),
  );
  return rows.flatMap(({ dimension_id, weight, ...row }) => {
    const concept = dimensions.find(({ id }) => id === dimension_id)?.slug;
    return concept === undefined ? [] : [{ ...row, concept, weight: Number(weight) }];
  });
}

/** A tag of hers that is to be kept, in the place of the one with this id or as a new one. */
export type OwnTagPlan = Omit<OwnTagRow, "id"> & { id?: string | undefined };

/** Keeps a tag of hers and answers its id. Throws `conflict` when there is one of that name. */
export async function saveOwnTag(
  client: DirectusClient,
  { id, ...tag }: OwnTagPlan,
): Promise<string> {
  const row = rowOf(tag);
  const wanted = { fields: ["id"] } as const;
  const saved =
    id === undefined
      ? await client.send(createItem("tag_overrides", row, wanted))
      : await client.send(updateItem("tag_overrides", id, row, wanted));
  return saved.id;
}

export async function deleteOwnTag(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("tag_overrides", id));
}

/** A tag of the data set. */
export type KnownTag = { tag: string; concept: ConceptSlug; weight: number };

/** Tags of the data set that begin with these letters, or have a word that does, in their order. */
export async function searchTags(
  client: DirectusClient,
  letters: string,
  limit = 20,
): Promise<KnownTag[]> {
  const wanted = letters.trim().toLowerCase();
  const rows = await client.send(
    readItems("taxonomy_mapping", {
      fields: ["tag", "dimension_id", "weight"],
      filter: {
        active: { _eq: true },
        _or: [{ tag: { _starts_with: wanted } }, { tag: { _contains: ` ${wanted}` } }],
      },
      sort: ["tag"],
      limit,
    }),
  );
  return rows.flatMap(({ tag, dimension_id, weight }) => {
    const concept = dimensions.find(({ id }) => id === dimension_id)?.slug;
    return concept === undefined ? [] : [{ tag, concept, weight: Number(weight) }];
  });
}

function rowOf({ tag, concept, weight, ignored }: Omit<OwnTagRow, "id">) {
  const dimension = dimensions.find(({ slug }) => slug === concept);
  return {
    tag: tag.trim().toLowerCase(),
    ...(dimension && { dimension_id: dimension.id }),
    weight: String(weight),
    ignored,
  };
}

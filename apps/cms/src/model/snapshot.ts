import { everyCollection, everySystemCollection, type Field } from "@genie/schema";
import { directusVersion } from "../directus-env.ts";
import { directusField } from "./directus-fields.ts";

const emptyCollectionMeta = {
  accountability: "all",
  archive_app_filter: true,
  archive_field: null,
  archive_value: null,
  collapse: "open",
  color: null,
  display_template: null,
  group: null,
  hidden: false,
  icon: null,
  item_duplication_fields: null,
  note: null,
  preview_url: null,
  singleton: false,
  sort: null,
  sort_field: null,
  translations: null,
  unarchive_value: null,
  versioning: false,
};

/**
 * The data model in the normal form of `GET /schema/snapshot`; what deviates from that form shows
 * up as drift for ever. `systemFields` is the live value: without it the diff would drop the
 * indexes of Directus' own tables.
 */
export function snapshot(systemFields: unknown) {
  const all = [...everyCollection, ...everySystemCollection];
  return {
    version: 1,
    directus: directusVersion,
    vendor: "postgres",
    collections: everyCollection.map((collection, index) => ({
      collection: collection.name,
      meta: {
        ...emptyCollectionMeta,
        collection: collection.name,
        note: collection.note,
        icon: collection.icon,
        sort: index + 1,
        // A revision would keep what was sealed before.
        accountability: hasSecrets(collection.fields) ? "activity" : "all",
      },
      schema: { name: collection.name },
    })),
    fields: all.flatMap(({ name, fields }) =>
      Object.entries(fields).map(([field, spec], index) =>
        directusField(name, field, spec, index + 1),
      ),
    ),
    systemFields,
    relations: all.flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([field, spec]) => relation(name, field, spec)),
    ),
  };
}

function relation(collection: string, field: string, { reference }: Field) {
  if (!reference) return [];
  const list = listOver(collection, field);
  return [
    {
      collection,
      field,
      related_collection: reference.collection,
      meta: {
        junction_field: list?.junctionField ?? null,
        many_collection: collection,
        many_field: field,
        one_allowed_collections: null,
        one_collection: reference.collection,
        one_collection_field: null,
        one_deselect_action: list?.field ? "delete" : "nullify",
        one_field: list?.field ?? null,
        sort_field: list?.field ? "sort" : null,
      },
      schema: {
        table: collection,
        column: field,
        foreign_key_table: reference.collection,
        foreign_key_column: "id",
        constraint_name: `${collection}_${field}_foreign`,
        on_update: "NO ACTION",
        on_delete: reference.onDelete,
      },
    },
  ];
}

/** What a junction's reference means to the list that goes through it. */
function listOver(junction: string, column: string) {
  for (const { fields } of everyCollection) {
    for (const [field, { through }] of Object.entries(fields)) {
      if (through?.junction !== junction) continue;
      if (through.here === column) return { field, junctionField: through.there };
      if (through.there === column) return { field: null, junctionField: through.here };
    }
  }
  return null;
}

const hasSecrets = (fields: Record<string, Field>) =>
  Object.values(fields).some(({ sealed }) => sealed);

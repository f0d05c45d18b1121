import {
  type Collection,
  type CollectionName,
  everyCollection,
  everySystemCollection,
  type Field,
  type Group,
} from "@genie/schema";
import { directusVersion } from "../directus-env.ts";
import { folderName, folders } from "../panel/folders.ts";
import { panelCollections, placedForm } from "../panel/panel-collections.ts";
import { directusField, directusSection, inEnglish } from "./directus-fields.ts";

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
    collections: [...folderCollections(), ...everyCollection.map(tableCollection)],
    fields: all.flatMap(({ name, fields }) => {
      const form = placedForm(name);
      return [
        ...form.sections.map((section) => directusSection(name, section)),
        ...Object.entries(fields).map(([field, spec], index) =>
          directusField(name, field, spec, form.fields.get(field) ?? { sort: 100 + index }),
        ),
      ];
    }),
    systemFields,
    relations: all.flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([field, spec]) => relation(name, field, spec)),
    ),
  };
}

/** The groups of the navigation: collections of Directus' without a table. */
const folderCollections = () =>
  Object.entries(folders).map(([group, { name, note, icon, collapsed }], index) => ({
    collection: folderName(group as Group),
    meta: {
      ...emptyCollectionMeta,
      collection: folderName(group as Group),
      note,
      icon,
      collapse: collapsed ? "closed" : "open",
      sort: index + 1,
      translations: inEnglish({ translation: name, singular: name, plural: name }),
    },
  }));

function tableCollection({ name, note, icon, group, unrecorded, fields }: Collection) {
  const panel = panelCollections[name as CollectionName];
  return {
    collection: name,
    meta: {
      ...emptyCollectionMeta,
      collection: name,
      note,
      icon,
      group: folderName(group),
      hidden: panel.hidden === true,
      sort: Object.keys(panelCollections).indexOf(name) + 1,
      display_template: panel.template,
      translations: inEnglish({
        translation: panel.title,
        singular: panel.one,
        plural: panel.many,
      }),
      archive_field: panel.archive?.field ?? null,
      archive_value: panel.archive?.value ?? null,
      unarchive_value: panel.archive?.back ?? null,
      accountability: recordOf(unrecorded, fields),
      item_duplication_fields: copiedFields(name, fields, panel.archive?.field),
    },
    schema: { name },
  };
}

/** What Directus writes down of each change. A revision would keep what was sealed before. */
function recordOf(unrecorded: true | undefined, fields: Collection["fields"]) {
  if (unrecorded) return null;
  return hasSecrets(fields) ? "activity" : "all";
}

/**
 * What "Save as copy" takes along: what a person enters. Never a secret, which would be sealed as the
 * sealed text that it is; nor the state, because a copy begins anew.
 */
function copiedFields(collection: string, fields: Collection["fields"], state: string | undefined) {
  const form = placedForm(collection).fields;
  return Object.keys(fields).filter((name) => {
    const spec = fields[name];
    return (
      form.get(name)?.readonly !== true &&
      name !== state &&
      spec?.kind !== "list" &&
      spec?.sealed !== true
    );
  });
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

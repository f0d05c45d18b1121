import type { Field } from "@genie/schema";
import type { PlacedField } from "../panel/panel-collections.ts";

type Column = {
  type: string;
  data_type: string;
  interface: string;
  special?: string[];
  numeric_precision?: number;
  numeric_scale?: number;
};

const columns = {
  uuid: { type: "uuid", data_type: "uuid", interface: "input", special: ["uuid"] },
  string: { type: "string", data_type: "character varying", interface: "input" },
  choice: { type: "string", data_type: "character varying", interface: "select-dropdown" },
  text: { type: "text", data_type: "text", interface: "input-multiline" },
  integer: {
    type: "integer",
    data_type: "integer",
    interface: "input",
    numeric_precision: 32,
    numeric_scale: 0,
  },
  decimal: { type: "decimal", data_type: "numeric", interface: "input" },
  boolean: {
    type: "boolean",
    data_type: "boolean",
    interface: "boolean",
    special: ["cast-boolean"],
  },
  json: { type: "json", data_type: "json", interface: "input-code", special: ["cast-json"] },
  timestamp: {
    type: "timestamp",
    data_type: "timestamp with time zone",
    interface: "datetime",
  },
  reference: {
    type: "uuid",
    data_type: "uuid",
    interface: "select-dropdown-m2o",
    special: ["m2o"],
  },
} as const satisfies Record<Exclude<Field["kind"], "list">, Column>;

const emptyMeta = {
  conditions: null,
  display: null,
  display_options: null,
  group: null,
  hidden: false,
  interface: null,
  note: null,
  options: null,
  readonly: false,
  required: false,
  searchable: true,
  special: null,
  translations: null,
  validation: null,
  validation_message: null,
  width: "full",
};

/** A field that the panel has no place for is shown as its kind, after the others. */
type Place = PlacedField | { sort: number };

/** One field in the normal form of Directus' schema snapshot. */
export function directusField(collection: string, name: string, field: Field, place: Place) {
  const panel = "look" in place ? panelMeta(place) : {};
  const meta: Record<string, unknown> = {
    ...emptyMeta,
    collection,
    field: name,
    sort: place.sort,
    note: field.note ?? null,
  };
  if (field.kind === "list") {
    const isFiles = field.through?.target === "directus_files";
    return {
      collection,
      field: name,
      type: "alias",
      meta: {
        ...meta,
        special: [isFiles ? "files" : "m2m"],
        interface: isFiles ? "files" : "list-m2m",
        ...panel,
      },
    };
  }
  const column: Column = columns[field.kind];
  return {
    collection,
    field: name,
    type: column.type,
    meta: { ...meta, ...columnMeta(name, field, column), ...panel },
    schema: {
      name,
      table: collection,
      data_type: column.data_type,
      default_value: defaultValue(field),
      max_length: field.maxLength ?? null,
      numeric_precision: field.precision ?? column.numeric_precision ?? null,
      numeric_scale: field.scale ?? column.numeric_scale ?? null,
      is_nullable: !field.present,
      is_unique: field.unique === true || field.primaryKey === true,
      is_indexed: field.index === true && field.unique !== true,
      is_primary_key: field.primaryKey === true,
      is_generated: false,
      generation_expression: null,
      has_auto_increment: false,
      foreign_key_table: field.reference?.collection ?? null,
      foreign_key_column: field.reference ? "id" : null,
    },
  };
}

/** The heading of a section of the form, which holds no data. */
export function directusSection(
  collection: string,
  section: { key: string; text: string; icon: string; folded?: true; sort: number },
) {
  return {
    collection,
    field: section.key,
    type: "alias",
    meta: {
      ...emptyMeta,
      collection,
      field: section.key,
      sort: section.sort,
      special: ["alias", "no-data", "group"],
      interface: "group-detail",
      options: { headerIcon: section.icon, start: section.folded ? "closed" : "open" },
      translations: inEnglish({ translation: section.text }),
    },
  };
}

/** Names as Directus keeps them; panels in other languages show them too. */
export const inEnglish = (names: Record<string, string>) => [{ language: "en-US", ...names }];

function panelMeta(field: PlacedField): Record<string, unknown> {
  const { look } = field;
  return {
    group: field.section,
    width: field.half ? "half" : "full",
    interface: look.interface,
    ...(look.options ? { options: look.options } : {}),
    display: look.display ?? null,
    display_options: look.displayOptions ?? null,
    translations: inEnglish({ translation: field.label }),
    ...(field.note ? { note: field.note } : {}),
    readonly: field.readonly === true,
    hidden: field.hidden === true || field.shownWhen !== undefined,
    conditions: conditionsOf(field),
  };
}

function conditionsOf({ onceOnly, shownWhen, readonly }: PlacedField) {
  if (shownWhen) {
    return [
      {
        name: "There is one",
        rule: { _and: [shownWhen] },
        hidden: false,
        readonly: readonly === true,
      },
    ];
  }
  return onceOnly
    ? [{ name: "Saved", rule: { _and: [{ id: { _nnull: true } }] }, readonly: true, hidden: false }]
    : null;
}

function columnMeta(name: string, field: Field, column: Column): Record<string, unknown> {
  const isFile = field.reference?.collection === "directus_files";
  return {
    interface: isFile ? "file" : column.interface,
    special: field.automatic
      ? [field.automatic]
      : isFile
        ? ["file"]
        : column.special
          ? [...column.special]
          : null,
    required: field.present && field.defaultValue === undefined && !field.primaryKey,
    hidden: field.primaryKey === true,
    readonly: field.primaryKey === true || field.automatic !== undefined,
    searchable: field.sealed !== true,
    ...(field.choices
      ? {
          options: { choices: field.choices.map((value) => ({ text: words(value), value })) },
          validation: { _and: [{ [name]: { _in: [...field.choices] } }] },
          validation_message: `Must be one of ${field.choices.join(", ")}.`,
        }
      : {}),
  };
}

function defaultValue({ defaultValue: value, kind }: Field): unknown {
  if (value === undefined) return null;
  if (kind === "decimal") return Number(value);
  return kind === "timestamp" && value === "now" ? "CURRENT_TIMESTAMP" : value;
}

const words = (value: string) =>
  (value.charAt(0).toUpperCase() + value.slice(1)).replaceAll("_", " ");

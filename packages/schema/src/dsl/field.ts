import { z } from "zod";

export type FieldKind =
  | "boolean"
  | "choice"
  | "decimal"
  | "integer"
  | "json"
  | "list"
  | "reference"
  | "string"
  | "text"
  | "timestamp"
  | "uuid";

export type Reference = {
  collection: string;
  onDelete: "CASCADE" | "NO ACTION" | "SET NULL";
};

/** Rows reached through an ordered junction; a virtual field without a column. */
export type ListThrough = { junction: string; here: string; there: string; target: string };

export type Field<Type extends z.ZodType = z.ZodType, Present extends boolean = boolean> = {
  kind: FieldKind;
  zod: Type;
  /** NOT NULL in the database. */
  present: Present;
  defaultValue?: boolean | number | string;
  index?: boolean;
  unique?: boolean;
  note?: string;
  maxLength?: number;
  precision?: number;
  scale?: number;
  choices?: readonly string[];
  reference?: Reference;
  through?: ListThrough;
  /** What a caller writes is plaintext, and the gate seals it on its way in. */
  sealed?: boolean;
  /** The gate itself puts it there sealed; emptied, it is `{}`. */
  sealedByGate?: boolean;
  automatic?: "date-created" | "date-updated";
  primaryKey?: boolean;
  /** Body of a CHECK constraint, SQL; {} stands for the column. */
  check?: string;
};

type Options = {
  required?: boolean;
  index?: boolean;
  unique?: boolean;
  note?: string;
  check?: string;
};
type Present<O> = O extends { required: true } | { default: unknown } ? true : false;

/** A UUID primary key, made by Directus. */
export const primaryKey = () =>
  field("uuid", z.uuid(), { required: true } as const, { primaryKey: true });

/** The user that owns the row. Set by the gate, never by the caller; it never changes. */
export const owner = <const O extends { unique?: boolean }>(options: O = {} as O) =>
  field("reference", z.uuid(), { required: true, index: true, ...options } as const, {
    reference: { collection: "directus_users", onDelete: "CASCADE" },
    note: "Whose it is. That never changes.",
  });

/** A reference to a row of another collection. */
export function reference<const O extends Options & { onDelete?: Reference["onDelete"] }>(
  collection: string,
  options: O = {} as O,
) {
  const { onDelete, ...rest } = options;
  const fallback = options.required ? "CASCADE" : "SET NULL";
  return field("reference", z.uuid(), rest as O, {
    index: true,
    reference: { collection, onDelete: onDelete ?? fallback },
  });
}

/** A stored file. */
export const file = <const O extends Options>(options: O = {} as O) =>
  reference("directus_files", options);

/** Short text, at most `max` characters (default 255). */
export const string = <const O extends Options & { max?: number; default?: string }>(
  options: O = {} as O,
) =>
  field("string", z.string().max(options.max ?? 255), options, { maxLength: options.max ?? 255 });

/** Long text. */
export const text = <const O extends Options>(options: O = {} as O) =>
  field("text", z.string(), options);

/** One of a closed set of words; also a CHECK constraint. */
export const choice = <
  const Values extends readonly [string, ...string[]],
  const O extends Options & { default?: Values[number] },
>(
  values: Values,
  options: O = {} as O,
) => field("choice", z.enum(values), options, { choices: values, maxLength: 64 });

/** A whole number. */
export const integer = <const O extends Options & { default?: number }>(options: O = {} as O) =>
  field("integer", z.int(), options);

/** A whole number of 0 or more. */
export const count = <const O extends Options & { default?: number }>(options: O = {} as O) =>
  field("integer", z.int().nonnegative(), options, { check: "{} >= 0" });

/** An exact number; travels as a string. */
export const decimal = <const O extends Options & { default?: string }>(
  precision: number,
  scale: number,
  options: O = {} as O,
) => field("decimal", z.string().regex(/^-?\d+(\.\d+)?$/), options, { precision, scale });

/** True or false. */
export const boolean = <const O extends Options & { default?: boolean }>(options: O = {} as O) =>
  field("boolean", z.boolean(), options);

/** A JSON value of the shape `type`. */
export const json = <Type extends z.ZodType, const O extends Options>(
  type: Type,
  options: O = {} as O,
) => field("json", type, options);

/** A secret. Callers write plaintext; the gate seals it; only the ciphertext is stored. */
export const sealed = (note: string) =>
  field("json", z.object({ sealed: z.string().startsWith("cb1.") }), { note } as const, {
    sealed: true,
    check: "{} IS NULL OR ({}->>'sealed') LIKE 'cb1.%'",
  });

/** What the gate keeps sealed for itself until it is emptied; no caller writes it. */
export const sealedByGate = (note: string) =>
  field("json", z.record(z.string(), z.unknown()), { required: true, note } as const, {
    sealedByGate: true,
  });

/** A moment, with time zone, UTC. */
export const timestamp = <const O extends Options & { default?: "now" }>(options: O = {} as O) =>
  field("timestamp", z.iso.datetime({ offset: true }), options);

/** When the row was made. */
export const createdAt = () =>
  field("timestamp", z.iso.datetime({ offset: true }), {}, { automatic: "date-created" });

/** When the row was last changed. */
export const updatedAt = () =>
  field("timestamp", z.iso.datetime({ offset: true }), {}, { automatic: "date-updated" });

/** Several rows of `target`, in order, through `junction`. */
export const listThrough = (through: ListThrough) =>
  field("list", z.array(z.uuid()), {}, { through });

function field<Type extends z.ZodType, const O extends Options & { default?: unknown }>(
  kind: FieldKind,
  type: Type,
  options: O,
  more: Partial<Field> = {},
): Field<Type, Present<O>> {
  const { required, default: defaultValue, ...rest } = options;
  const present = required === true || defaultValue !== undefined;
  return {
    kind,
    zod: type,
    present: present as Present<O>,
    ...(defaultValue === undefined ? {} : { defaultValue: defaultValue as string }),
    ...rest,
    ...more,
  };
}

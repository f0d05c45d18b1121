import { createHash } from "node:crypto";
import { type Collection, everyCollection, everySystemCollection } from "@genie/schema";
import { type Client, escapeLiteral } from "pg";
import { releaseVersions } from "./release.ts";

/** What form the rows of a database have, and the versions of the release and of the Directus that gave it to them. */
export type DataForm = { form: string; product: string; directus: string };

/** What a database says of its rows. */
export type FoundForm = DataForm & {
  /** There while a release changes them, until it has ended: the backup of what was before, if one was made. */
  changing?: { backup: string | null };
};

const marked =
  /^genie: form (?<form>\S+) release (?<product>\S+) directus (?<directus>[^\s,]+)(?<changing>, changing)?(?:, backup (?<backup>.+))?$/;

/** The form that this release keeps its data in: it differs where Directus is another, or a table or a field of ours. */
export function ourDataForm(): DataForm {
  const versions = releaseVersions();
  const tables = [...everyCollection, ...everySystemCollection].map(formOf);
  const text = JSON.stringify([versions.directus, tables]);
  const form = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { form, ...versions };
}

/** The form of the rows that are there; null in a database that no release has finished setting up. */
export async function readDataForm(database: Client): Promise<FoundForm | null> {
  const { rows } = await database.query<{ mark: string | null; bootstrapped: string | null }>(
    `select obj_description(to_regclass('public.directus_collections'), 'pg_class') as mark,
            obj_description(to_regclass('public.directus_migrations'), 'pg_class') as bootstrapped`,
  );
  const { mark = null, bootstrapped = null } = rows[0] ?? {};
  const { form, product, directus, changing, backup = null } = mark?.match(marked)?.groups ?? {};
  if (form !== undefined && product !== undefined && directus !== undefined) {
    return { form, product, directus, ...(changing !== undefined && { changing: { backup } }) };
  }
  // Releases before this mark have left another, which names their Directus alone.
  const before = bootstrapped?.match(/^genie: directus (\S+)$/)?.[1];
  return before === undefined ? null : { form: "unknown", product: "0.1.0", directus: before };
}

/** Writes down that the rows have the form of this release. */
export const noteDataForm = (database: Client): Promise<void> => writeMark(database, ourDataForm());

/** Writes down that the rows are about to be changed, and where those of before are. */
export const noteChange = (
  database: Client,
  { form, product, directus }: DataForm,
  backup: string | null,
): Promise<void> => writeMark(database, { form, product, directus, changing: { backup } });

async function writeMark(database: Client, found: FoundForm): Promise<void> {
  const { form, product, directus, changing } = found;
  const backup = changing?.backup ?? null;
  const text = [
    `genie: form ${form} release ${product} directus ${directus}`,
    ...(changing === undefined ? [] : ["changing"]),
    ...(backup === null ? [] : [`backup ${backup}`]),
  ].join(", ");
  await database.query(`comment on table public.directus_collections is ${escapeLiteral(text)}`);
}

/** All of a table but what is said to people and who may do what with it. */
function formOf({ name, fields, ...rules }: Pick<Collection, "fields" | "name"> & Rules) {
  const { unique = [], indexes = [], checks = {} } = rules;
  const columns = Object.entries(fields).map(([field, { zod: _zod, note: _note, ...spec }]) => [
    field,
    spec,
  ]);
  return { name, columns, unique, indexes, checks };
}

type Rules = Partial<Pick<Collection, "checks" | "indexes" | "unique">>;

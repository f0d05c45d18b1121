import { AppError } from "@genie/errors";
import { snapshot } from "../model/snapshot.ts";
import type { Api } from "./client.ts";

type Change = { kind: string; path?: (number | string)[]; lhs?: unknown; rhs?: unknown };
export type SchemaDiff = {
  hash: string;
  diff: {
    collections: { collection: string; diff: Change[] }[];
    fields: { collection: string; field: string; diff: Change[] }[];
    relations: { collection: string; field: string; diff: Change[] }[];
  };
};

/** What differs between the data model in code and Directus; null when nothing does. */
export async function schemaDiff(api: Api): Promise<SchemaDiff | null> {
  // What was changed behind Directus' back is invisible until its cache is gone.
  await api("POST", "/utils/cache/clear?system", {});
  const { systemFields } = await api<{ systemFields: unknown }>("GET", "/schema/snapshot");
  return api<SchemaDiff | null>("POST", "/schema/diff", snapshot(systemFields));
}

/** Brings collections, fields and relations to what the code says. Deletes nothing unasked. */
export async function applySchema(api: Api, { allowDelete }: { allowDelete: boolean }) {
  const found = await schemaDiff(api);
  if (!found) return 0;
  const changes = describeDiff(found);
  const deletions = changes.filter(({ deletes }) => deletes);
  if (deletions.length > 0 && !allowDelete) {
    throw new AppError(
      "conflict",
      `The database has what the code does not: ${deletions.map(({ what }) => what).join(", ")}. Nothing was changed. Move it into packages/schema, or run "npm run genie -- cms apply --allow-delete" to delete it with its data.`,
    );
  }
  await api("POST", "/schema/apply", found);
  return changes.length;
}

/** Each difference in words. */
export function describeDiff({ diff }: SchemaDiff): { what: string; deletes: boolean }[] {
  const named = [
    ...diff.collections.map((entry) => ({ name: entry.collection, diff: entry.diff })),
    ...[...diff.fields, ...diff.relations].map((entry) => ({
      name: `${entry.collection}.${entry.field}`,
      diff: entry.diff,
    })),
  ];
  return named.map(({ name, diff: changes }) => {
    const deletes = changes.some(({ kind, path }) => kind === "D" && !path);
    const isNew = changes.some(({ kind, path }) => kind === "N" && !path);
    const details = changes
      .map(
        ({ path, lhs, rhs }) =>
          `${path?.join(".")}: ${JSON.stringify(lhs)} should be ${JSON.stringify(rhs)}`,
      )
      .join(", ");
    return {
      deletes,
      what: deletes
        ? `${name} is not in the code`
        : isNew
          ? `${name} is missing`
          : `${name} (${details})`,
    };
  });
}

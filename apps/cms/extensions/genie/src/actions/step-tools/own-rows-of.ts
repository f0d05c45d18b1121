import type { RowQuery, Rows } from "@genie/actions";
import { AppError } from "@genie/errors";
import { ownership } from "@genie/schema";
import type { Run } from "./create-step-tools.ts";
import { rowsOf } from "./rows-of.ts";

/** Rows of a collection that are the person's own, an administrator's as well, who may see everybody's. */
export function ownRowsOf(run: Run, collection: string): Pick<Rows, "read"> {
  const rows = rowsOf(run, collection);
  return { read: async (query) => rows.read(onlyOwn(run, collection, query)) };
}

/** All others see nothing but their own, and may not ask by owner. */
function onlyOwn(
  { accountability: { admin, user } }: Run,
  collection: string,
  query: RowQuery,
): RowQuery {
  const field = ownership.get(collection)?.ownerField;
  if (field === undefined) {
    throw new AppError(
      "invalid_input",
      `Rows of ${collection} belong to nobody, so none is her own. Nothing was read; leave "own" out.`,
    );
  }
  if (!admin) return query;
  const own = { [field]: { _eq: user } };
  return { ...query, filter: query.filter ? { _and: [own, query.filter] } : own };
}

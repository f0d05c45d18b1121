import { ownership } from "@genie/schema";
import { z } from "zod";
import { collectionsFor } from "./creators-rights.ts";
import { problemsOfData, problemsOfQuery } from "./problems-of-query.ts";

/** Of Directus' own collections ids may be numbers; they are sent as text. */
export const Id = z.string().min(1).max(64);

export const ReadableCollection = z.enum(collectionsFor("read"));
export const FieldNames = z.array(z.string().min(1).max(128)).max(60);
export const Filter = z.record(z.string(), z.unknown());

export const Row = z.record(z.string(), z.unknown());
/** Names the row that a step has made or changed. */
export const RowRef = z.strictObject({ collection: z.string(), id: Id });

type Problems = (value: unknown) => string[];

/** As a check of a zod schema: each problem a sentence of its own. */
const checked =
  (problems: Problems): z.core.CheckFn<unknown> =>
  ({ value, issues }) => {
    for (const message of problems(value)) issues.push({ code: "custom", message, input: value });
  };

/** That a query asks only for what steps may read. */
export const checkQuery = checked((value) =>
  problemsOfQuery(value as Parameters<typeof problemsOfQuery>[0]),
);

/** That "own" is asked of rows that belong to somebody. */
export const checkOwn = checked((value) => {
  const { collection, own } = value as { collection: string; own: boolean };
  return own && !ownership.has(collection)
    ? [`rows of ${collection} belong to nobody, so none is her own; leave "own" out`]
    : [];
});

/** That a row holds only what steps may write there. */
export const checkData = (action: "create" | "update") =>
  checked((value) => {
    const { collection, data } = value as { collection: string; data: Record<string, unknown> };
    return problemsOfData(action, collection, data);
  });

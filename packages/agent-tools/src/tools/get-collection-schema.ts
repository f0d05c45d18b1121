import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { describeFields } from "../describe-table.ts";
import { collection } from "../inputs.ts";
import { readRights } from "../read-rights.ts";

export const getCollectionSchema = defineTool({
  name: "get-collection-schema",
  title: "Describe a collection",
  description:
    "The fields of a collection that you may use: types, allowed values, lengths, references, what may be written. Call it before you write.",
  input: z.strictObject({ collection }),
  hints: looks,
  run: async ({ collection }, gate) => {
    const table = findTable(collection);
    const rights = await readRights(gate);
    if (!rights.has(table.name)) {
      throw new AppError(
        "forbidden",
        `Your rights show nothing of ${table.name}. You have: ${[...rights.keys()].join(", ")}.`,
      );
    }
    const value = {
      collection: table.name,
      note: table.note,
      fields: describeFields(table, rights),
      may_delete: (rights.get(table.name)?.delete.size ?? 0) > 0,
    };
    return { value, foreign: false };
  },
});

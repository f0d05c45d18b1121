import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { checkFilter, findTable } from "../check-query.ts";
import { collection, filter, paging, paths, search, sort } from "../inputs.ts";
import { filterOfWords, readList } from "../read-rows.ts";

export const searchItems = defineTool({
  name: "search-items",
  title: "Search rows",
  description: "Rows that have all of these words in their texts.",
  input: z.strictObject({
    collection,
    search,
    fields: paths.optional(),
    filter: filter.optional(),
    sort: sort.optional(),
    ...paging,
  }),
  hints: looks,
  run: ({ collection, search, filter = {}, ...query }, gate) => {
    const table = findTable(collection);
    checkFilter(table, filter);
    const words = filterOfWords(table, search);
    const whole = Object.keys(filter).length > 0 ? { _and: [words, filter] } : words;
    return readList(gate, table, { ...query, filter: whole });
  },
});

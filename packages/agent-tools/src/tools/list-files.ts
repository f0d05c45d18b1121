import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { paging, search } from "../inputs.ts";
import { filterOfWords, readList } from "../read-rows.ts";

export const listFiles = defineTool({
  name: "list-files",
  title: "List files",
  description: "Stored pictures and videos, newest first; never their contents.",
  input: z.strictObject({ search: search.optional(), ...paging }),
  hints: looks,
  run: ({ search, ...query }, gate) => {
    const table = findTable("directus_files");
    const words = search === undefined ? {} : { filter: filterOfWords(table, search) };
    return readList(gate, table, { ...query, ...words, sort: ["-uploaded_on"] });
  },
});

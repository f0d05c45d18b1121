import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { paging, search } from "../inputs.ts";
import { filterOfWords, readList } from "../read-rows.ts";

export const listUsers = defineTool({
  name: "list-users",
  title: "List people",
  description:
    "People with an account here, for administrators. Words are looked for in names and e-mail.",
  input: z.strictObject({ search: search.optional(), ...paging }),
  hints: looks,
  run: ({ search, ...query }, gate) => {
    const table = findTable("directus_users");
    const words = search === undefined ? {} : { filter: filterOfWords(table, search) };
    return readList(gate, table, { ...query, ...words });
  },
});

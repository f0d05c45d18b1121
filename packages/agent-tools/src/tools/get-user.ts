import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { id } from "../inputs.ts";
import { readOne } from "../read-rows.ts";

export const getUser = defineTool({
  name: "get-user",
  title: "Read one person",
  description: "One person's account by id, for administrators; get-me is your own.",
  input: z.strictObject({ id }),
  hints: looks,
  run: (query, gate) => readOne(gate, findTable("directus_users"), query),
});

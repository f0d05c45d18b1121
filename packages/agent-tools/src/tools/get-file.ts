import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { id } from "../inputs.ts";
import { readOne } from "../read-rows.ts";

export const getFile = defineTool({
  name: "get-file",
  title: "Read one file's facts",
  description: "Name, type, size and state of one file by its id; never its contents.",
  input: z.strictObject({ id }),
  hints: looks,
  run: (query, gate) => readOne(gate, findTable("directus_files"), query),
});

import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { readRights } from "../read-rights.ts";
import { tables } from "../tables.ts";

export const listCollections = defineTool({
  name: "list-collections",
  title: "List collections",
  description:
    "What data there is: each collection, what it holds and what you may do. Start here.",
  input: z.strictObject({}),
  hints: looks,
  run: async (_input, gate) => {
    const rights = await readRights(gate);
    const collections = [...rights].map(([name, may]) => ({
      name,
      note: tables.get(name)?.note ?? "",
      may: (["read", "create", "update", "delete"] as const).filter((act) => may[act].size > 0),
    }));
    return { value: { collections }, foreign: false };
  },
});

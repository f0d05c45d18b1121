import { z } from "zod";
import type { Gate } from "./gate.ts";
import { tables } from "./tables.ts";

const actions = ["read", "create", "update", "delete"] as const;
type Action = (typeof actions)[number];

/** By collection: the fields that the caller may read and write, and whether she may delete rows. */
export type Rights = ReadonlyMap<string, Record<Action, ReadonlySet<string>>>;

const Given = z.record(
  z.string(),
  z.partialRecord(
    z.enum([...actions, "share"]),
    z.object({
      access: z.enum(["none", "partial", "full"]),
      fields: z.array(z.string()).nullish(),
    }),
  ),
);

/** What the caller may do, as Directus says it. Collections that she may do nothing in are not in it. */
export async function readRights(gate: Gate): Promise<Rights> {
  const given = Given.parse(await gate.read("/permissions/me"));
  return new Map(
    [...tables.values()].flatMap((table) => {
      const mine = given[table.name];
      if (!mine) return [];
      const all = [...table.fields.keys()];
      const rights = Object.fromEntries(
        actions.map((action) => {
          const { access = "none", fields } = mine[action] ?? {};
          if (access === "none") return [action, new Set<string>()];
          const every = !fields || fields.includes("*");
          return [action, new Set(every ? all : fields)];
        }),
      ) as Record<Action, Set<string>>;
      const any = actions.some((action) => rights[action].size > 0);
      return any ? [[table.name, rights] as const] : [];
    }),
  );
}

import { isDeepStrictEqual } from "node:util";
import { actionFlowSeed, dimensions } from "@genie/schema";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";

/** Every seeded row that is missing or differs. What operators may change is not overwritten. */
export async function seedChanges(api: Api): Promise<Change[]> {
  return [
    ...(await rowsToWrite(api, "taxonomy_dimensions", dimensions, () => true)),
    // An operator may switch a flow off; that stays.
    ...(await rowsToWrite(api, "action_flows", actionFlowSeed, (field) => field !== "active")),
  ];
}

async function rowsToWrite(
  api: Api,
  collection: string,
  rows: readonly { id: string }[],
  compared: (field: string) => boolean,
): Promise<Change[]> {
  const live = await api<Record<string, unknown>[]>("GET", `/items/${collection}?limit=-1`);
  const byId = new Map(live.map((row) => [row["id"], row]));
  return rows.flatMap((row): Change[] => {
    const current = byId.get(row.id);
    if (!current) {
      return [
        {
          what: `${collection} lacks ${nameOf(row)}`,
          apply: (a) => a("POST", `/items/${collection}`, row),
        },
      ];
    }
    const same = Object.entries(row).every(
      ([field, value]) => !compared(field) || isDeepStrictEqual(current[field], value),
    );
    return same
      ? []
      : [
          {
            what: `${collection}: ${nameOf(row)} differs`,
            apply: (a) => a("PATCH", `/items/${collection}/${row.id}`, row),
          },
        ];
  });
}

const nameOf = (row: object) => ("slug" in row ? String(row.slug) : "a row");

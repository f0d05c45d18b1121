import { everyCollection } from "@genie/schema";
import type { PreviewLine } from "../define-step.ts";
import type { StepTools } from "../step-tools.ts";
import { fieldsFor } from "./creators-rights.ts";
import { nounOf } from "./preview-lines.ts";

/** So many are counted. */
const most = 100;

/** What is deleted with a row, since it is nothing without it; no line where nothing is. */
export async function lineOfDependents(
  collection: string,
  id: string,
  tools: StepTools,
): Promise<PreviewLine[]> {
  const counted = await Promise.all(
    dependentsOf(collection).map(async ({ name, field }) => {
      const rows = await tools
        .rows(name)
        .read({ fields: ["id"], filter: { [field]: { _eq: id } }, limit: most + 1 });
      return { name, count: rows.length };
    }),
  );
  const value = counted
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${nounOf(name)}: ${count > most ? `more than ${most}` : count}`)
    .join(", ");
  return value === "" ? [] : [{ label: "Deleted with it", value }];
}

const dependentsOf = (collection: string): { name: string; field: string }[] =>
  everyCollection.flatMap(({ name, fields }) =>
    Object.entries(fields)
      .filter(([, { reference }]) => reference?.collection === collection)
      .filter(([, { reference }]) => reference?.onDelete === "CASCADE")
      .filter(([field]) => ["id", field].every((one) => fieldsFor("read", name).includes(one)))
      .map(([field]) => ({ name, field })),
  );

import { checkFlow, type Flow } from "@genie/actions";
import { actionFlowSeed } from "@genie/schema";
import type { Knex } from "knex";
import type { Accountability, Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

const collectionName = "action_flows";
const shipped: ReadonlySet<string> = new Set(actionFlowSeed.map(({ id }) => id));

/**
 * An action flow can run as it is saved, whoever saves it. Those that come with the product are changed by
 * the release alone, but for their switch.
 */
export const validateFlows: Hook = ({ filter }) => {
  filter<Payload>(`${collectionName}.items.create`, (payload) => {
    requireRunnable(payload);
    return payload;
  });

  filter<Payload>(
    `${collectionName}.items.update`,
    async (payload, { keys = [] }, { database, accountability }) => {
      const changed = Object.keys(payload).filter((field) => field !== "active");
      if (changed.length === 0) return payload;
      if (isSomebodys(accountability) && keys.some((id) => shipped.has(id))) throw comesWithUs();
      for (const flow of await rowsOf(database, keys)) requireRunnable({ ...flow, ...payload });
      return payload;
    },
  );

  filter<string[]>(`${collectionName}.items.delete`, (keys, _meta, { accountability }) => {
    if (isSomebodys(accountability) && keys.some((id) => shipped.has(id))) throw comesWithUs();
    return keys;
  });
};

/** The set-up service, which applies the release, is nobody. */
const isSomebodys = (accountability: Accountability | null) => Boolean(accountability?.user);

function requireRunnable({ slug, steps, input_schema: schema = null }: Payload): void {
  if (typeof slug !== "string" || !/^[a-z0-9-]{1,64}$/.test(slug)) {
    throw refusal(
      "INVALID_PAYLOAD",
      "The short name of an action is up to 64 of a-z, 0-9 and -. Nothing was saved.",
    );
  }
  const given = { steps: parsed(steps), input_schema: parsed(schema) } as Pick<
    Flow,
    "input_schema" | "steps"
  >;
  const problems = checkFlow(given);
  if (problems.length === 0) return;
  const sentences = problems.slice(0, 10).map(({ path, message }) => `${path}: ${message}`);
  throw refusal(
    "INVALID_PAYLOAD",
    `This action can't run as it is. ${sentences.join(" ")} Nothing was saved.`,
  );
}

/** The panel sends JSON as text. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const rowsOf = (database: Knex, ids: readonly string[]): Promise<Payload[]> =>
  database(collectionName).whereIn("id", ids).select("slug", "steps", "input_schema");

const comesWithUs = () =>
  refusal(
    "FORBIDDEN",
    "This action comes with the product: a start would undo the change. Nothing was saved; switch it off and change a copy of it.",
  );

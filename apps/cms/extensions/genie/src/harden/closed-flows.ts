import { type Flow, flows, roles } from "@genie/schema";
import type { Knex } from "knex";
import { z } from "zod";
import { callerOf } from "../caller.ts";
import type { Accountability, Handler } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** How many rows a flow may be started on at once. */
export const rowsAtOnce = 25;

const Start = z.strictObject({
  collection: z.string(),
  keys: z.array(z.string()).min(1).max(rowsAtOnce),
});

const path = /^\/flows\/trigger\/([^/]+)\/?$/i;

/**
 * Who may start a flow by hand, for Directus lets everybody who reads any collection of the trigger.
 * Creators and programs that write: those that are open to them, on rows that they chose; that the
 * rows are theirs, Directus checks. Webhooks carry their own secret. All else is the administrator's.
 */
export function refuseClosedFlows(database: Knex, open = openFlows): Handler {
  return async (request, _response, next) => {
    const id = path.exec(request.path)?.[1];
    if (id === undefined || callerOf(request.accountability) === "admin") return next();
    try {
      // An operator's own too: whoever makes one in the panel opens it to everybody.
      if (await hasTrigger(database, id, "webhook")) return next();
      if (request.method !== "POST") throw closed();
      requireOpen({ ...request, id }, open);
      return next();
    } catch (error) {
      return next(error);
    }
  };
}

/**
 * The same for who starts a flow in another way than by its route: what is open to creators, or, for an
 * administrator, what is started by hand. A webhook is never.
 */
export async function requireStartable(
  database: Knex,
  accountability: Accountability,
  start: { id: string; body: unknown },
): Promise<void> {
  if (callerOf(accountability) !== "admin") return requireOpen({ accountability, ...start });
  if (!(await hasTrigger(database, start.id, "manual"))) throw closed();
}

function requireOpen({ accountability, id, body }: Started, open = openFlows): void {
  const flow = open.find((candidate) => candidate.id === id);
  if (!flow || !mayStart(accountability)) throw closed();
  requireRows(flow, body);
}

type Started = { accountability?: Accountability; id: string; body: unknown };

/** The flows of ours that creators may start. */
export const openFlows: readonly Flow[] = flows.filter(({ openToCreators }) => openToCreators);

const closed = () =>
  refusal(
    "FORBIDDEN",
    "This flow is not yours to start. Nothing was done. GET /flows lists those that are.",
  );

function requireRows({ name, options }: Flow, body: unknown): void {
  const start = Start.safeParse(body);
  const collections = "collections" in options ? (options.collections ?? []) : [];
  if (start.success && collections.includes(start.data.collection)) return;
  throw refusal(
    "INVALID_PAYLOAD",
    `"${name}" is started on rows: send {"collection": "${collections.join('" or "')}", "keys": [...]} with 1 to ${rowsAtOnce} ids. Nothing was done.`,
  );
}

function mayStart(accountability: Accountability | undefined): boolean {
  const starters: string[] = [roles.creator.id, roles.programWrites.id];
  return (accountability?.roles ?? []).some((role) => starters.includes(role));
}

async function hasTrigger(
  database: Knex,
  id: string,
  trigger: "manual" | "webhook",
): Promise<boolean> {
  if (!uuid.test(id)) return false;
  const found = await database("directus_flows").where({ id, trigger }).first("id");
  return found !== undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

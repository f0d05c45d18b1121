import { readItems } from "@directus/sdk";
import type { ActionEffect, ActionSource, ActionStep, AgentAudit } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { readRows } from "./read-rows.ts";

/** An action that was run. Times are ISO 8601. */
export type ActionRun = {
  id: string;
  slug: string;
  source: ActionSource;
  outcome: AgentAudit["status"];
  /** The sentence of one that did not succeed. */
  problem: string | null;
  durationMs: number | null;
  at: string | null;
};

/** A run with what went in, what was done and what came out. */
export type ActionRunInFull = ActionRun & {
  params: Record<string, unknown>;
  steps: Partial<ActionStep>[];
  result: unknown;
};

export type RunQuery = {
  slug?: string | undefined;
  outcome?: ActionRun["outcome"] | undefined;
  source?: ActionSource | undefined;
  /** The hardest that it could have had. */
  effect?: ActionEffect | undefined;
  /** No earlier than this. */
  from?: Date | undefined;
};

/** Where a page of runs starts: after what stands before it, however many come in above meanwhile. */
export type RunCursor = { at: string; seen: readonly string[] };
export type RunPage = { runs: ActionRun[]; next: RunCursor | null };

const fields = [
  "id",
  "action_slug",
  "source",
  "status",
  "error_message",
  "duration_ms",
  "executed_at",
] as const satisfies readonly (keyof AgentAudit)[];

type RunRow = Pick<AgentAudit, (typeof fields)[number]>;

/** A page of what was run for the caller, the newest first. */
export async function listActionRuns(
  client: DirectusClient,
  viewer: RowReader,
  { slug, outcome, source, effect, from }: RunQuery = {},
  { cursor, limit = 30 }: { cursor?: RunCursor | undefined; limit?: number } = {},
): Promise<RunPage> {
  const rows = await readRows<RunRow>(client, "agent_audits", {
    fields,
    filter: {
      ...onlyOwn(viewer).filter,
      ...(slug && { action_slug: { _eq: slug } }),
      ...(outcome && { status: { _eq: outcome } }),
      ...(source && { source: { _eq: source } }),
      ...(effect && { effect: { _eq: effect } }),
      ...((from ?? cursor) && {
        executed_at: {
          ...(from && { _gte: from.toISOString() }),
          ...(cursor && { _lte: cursor.at }),
        },
      }),
      ...(cursor && { id: { _nin: cursor.seen } }),
    },
    sort: ["-executed_at", "id"],
    limit,
  });
  const runs = rows.map(toRun);
  return { runs, next: nextOf(runs, cursor, limit) };
}

/** One run of the caller's; null when there is none. */
export async function readActionRun(
  client: DirectusClient,
  viewer: RowReader,
  id: string,
): Promise<ActionRunInFull | null> {
  const [row] = await client.send(
    readItems("agent_audits", {
      fields: [...fields, "params", "steps", "result"],
      filter: { ...onlyOwn(viewer).filter, id: { _eq: id } },
      limit: 1,
    }),
  );
  if (row === undefined) return null;
  return {
    ...toRun(row),
    params: row.params ?? {},
    steps: row.steps ?? [],
    result: row.result,
  };
}

/** Several may have run at the same instant, so those of the last one are told apart by their ids. */
function nextOf(
  runs: readonly ActionRun[],
  cursor: RunCursor | undefined,
  limit: number,
): RunCursor | null {
  const at = runs.at(-1)?.at;
  if (runs.length < limit || !at) return null;
  const seen = runs.filter((run) => run.at === at).map(({ id }) => id);
  return { at, seen: cursor?.at === at ? [...cursor.seen, ...seen] : seen };
}

function toRun(row: RunRow): ActionRun {
  return {
    id: row.id,
    slug: row.action_slug,
    source: row.source,
    outcome: row.status,
    problem: row.error_message,
    durationMs: row.duration_ms,
    at: row.executed_at,
  };
}

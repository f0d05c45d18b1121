import { describe, expect, it } from "vitest";
import { listActionRuns, type RunCursor } from "./action-runs.ts";
import type { DirectusClient } from "./create-directus-client.ts";

type Row = { id: string; executed_at: string };
type Params = {
  filter: { executed_at?: { _lte: string }; id?: { _nin: string[] } };
  limit: number;
};

const viewer = { id: "robin", isAdmin: false };
const row = (n: number, second: number): Row => ({
  id: `run-${n}`,
  executed_at: `2026-12-04T10:00:${String(second).padStart(2, "0")}.000Z`,
});

describe("listActionRuns", () => {
  it("shows each run once, though many ran at one instant and others come in meanwhile", async () => {
    const rows = [...Array.from({ length: 9 }, (_, n) => row(n, n < 7 ? 30 : 20)), row(9, 10)];
    const seen: string[] = [];
    let cursor: RunCursor | undefined;
    for (let page = 0; page < 5; page += 1) {
      const { runs, next } = await listActionRuns(over(rows), viewer, {}, { cursor, limit: 3 });
      seen.push(...runs.map(({ id }) => id));
      rows.push(row(100 + page, 50));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toEqual(Array.from({ length: 10 }, (_, n) => `run-${n}`));
  });

  it("ends with a page that is not full", async () => {
    const { next } = await listActionRuns(over([row(1, 1)]), viewer, {}, { limit: 3 });
    expect(next).toBeNull();
  });
});

/** Answers as Directus does, from these rows. */
function over(rows: readonly Row[]): DirectusClient {
  return {
    send: <Output>(command: () => unknown) => {
      const { params } = command() as { params: Params };
      const { _lte: until } = params.filter.executed_at ?? {};
      const { _nin: others = [] } = params.filter.id ?? {};
      const found = rows
        .filter((one) => until === undefined || one.executed_at <= until)
        .filter((one) => !others.includes(one.id))
        .toSorted((a, b) => b.executed_at.localeCompare(a.executed_at) || a.id.localeCompare(b.id))
        .slice(0, params.limit);
      return Promise.resolve(found as Output);
    },
  };
}

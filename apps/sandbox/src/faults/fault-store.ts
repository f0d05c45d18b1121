import { all, type Database } from "../store/database.ts";
import { Fault, type FaultKind, isMeant, type Occasion } from "./fault.ts";

export type ArmedFault = Fault & { id: number; remaining: number | "always"; hits: number };
export type FaultStore = ReturnType<typeof createFaultStore>;

/** Faults are kept on disk: a restart in mid-run does not disarm them. */
export function createFaultStore(database: Database) {
  const insert = database.prepare("INSERT INTO faults (fault, remaining) VALUES (?, ?)");
  const list = database.prepare("SELECT * FROM faults ORDER BY id");
  const hit = database.prepare(
    "UPDATE faults SET hits = hits + 1, remaining = remaining - 1 WHERE id = ?",
  );
  const removeSpent = database.prepare("DELETE FROM faults WHERE remaining <= 0");
  const remove = database.prepare("DELETE FROM faults WHERE id = ?");
  const removeAll = database.prepare("DELETE FROM faults");

  return {
    arm(fault: Fault): ArmedFault {
      const remaining = fault.times === "always" ? null : fault.times;
      const { lastInsertRowid } = insert.run(JSON.stringify(fault), remaining);
      return { ...fault, id: Number(lastInsertRowid), remaining: fault.times, hits: 0 };
    },
    list: () => all<Row>(list).map(fromRow),
    /** The oldest armed fault of a kind that is meant for the occasion; this uses it up once. */
    take<Kind extends FaultKind>(
      kind: Kind,
      occasion: Occasion,
    ): Extract<Fault, { kind: Kind }> | undefined {
      const found = all<Row>(list)
        .map(fromRow)
        .filter((fault) => fault.kind === kind && isMeant(fault, occasion))
        .find(({ share }) => Math.random() < share);
      if (!found) return undefined;
      hit.run(found.id);
      removeSpent.run();
      return found as Extract<ArmedFault, { kind: Kind }>;
    },
    /** Disarms one and gives the number of faults that were still armed: 1 or 0. */
    remove: (id: number) => Number(remove.run(id).changes),
    /** Disarms everything and gives the number of faults that were still armed. */
    removeAll: () => Number(removeAll.run().changes),
  };
}

type Row = { id: number; fault: string; remaining: number | null; hits: number };

function fromRow({ id, fault, remaining, hits }: Row): ArmedFault {
  return { ...Fault.parse(JSON.parse(fault)), id, remaining: remaining ?? "always", hits };
}

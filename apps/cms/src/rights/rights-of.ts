import { type Expectation, expectations } from "./expectations.ts";
import type { ProbedCollection } from "./probed-collection.ts";
import { workerExpectations } from "./worker-expectations.ts";

export const callerKinds = [
  "creator",
  "other creator",
  "viewer",
  "stranger",
  "reading program",
  "writing program",
  "paired browser",
  "worker",
  "administrator",
] as const;
export type CallerKind = (typeof callerKinds)[number];

export type Rights = {
  rows: Expectation["rows"];
  read: ReadonlySet<string>;
  create: ReadonlySet<string> | null;
  update: ReadonlySet<string> | null;
  remove: boolean;
  overwritten: { create: readonly string[]; update: readonly string[] };
  /** True where every right is given, and the rules on what rows may hold alone say no. */
  boundByRulesAlone?: true;
};

const none: Rights = {
  rows: "none",
  read: new Set(),
  create: null,
  update: null,
  remove: false,
  overwritten: { create: [], update: [] },
};

/** What this caller may do there. A collection that nobody thought about is an error. */
export function rightsOf(collection: ProbedCollection, caller: CallerKind): Rights {
  const expected = expectations[collection.name];
  if (!expected) {
    throw new Error(
      `Nobody has said who may do what with ${collection.name}. Add it to apps/cms/src/rights/expectations.ts.`,
    );
  }
  if (caller === "stranger" || caller === "paired browser") return none;
  if (caller === "worker") return workerRights(collection);
  if (caller === "administrator") return everything(collection);
  if (caller === "viewer") return viewerRights(collection, expected);
  const isProgram = caller === "reading program" || caller === "writing program";
  if (isProgram && expected.peopleOnly) return none;
  const hidden = new Set(expected.hidden);
  const names = collection.fields.map(({ name }) => name).filter((name) => !hidden.has(name));
  const read = new Set(expected.rows === "none" ? [] : names);
  if (caller === "reading program") return { ...none, rows: expected.rows, read };
  const mayWrite = !(isProgram && expected.peopleWrite);
  return {
    rows: expected.rows,
    read,
    create: mayWrite && expected.create ? new Set(expected.create) : null,
    update: mayWrite && expected.update ? new Set(expected.update) : null,
    remove: expected.remove,
    overwritten: expected.overwritten ?? none.overwritten,
  };
}

function viewerRights({ name }: ProbedCollection, expected: Expectation): Rights {
  if (!expected.viewer) return none;
  return {
    ...none,
    rows: expected.rows,
    read: new Set(expected.viewer),
    update: name === "directus_users" && expected.update ? new Set(expected.update) : null,
  };
}

function workerRights({ name }: ProbedCollection): Rights {
  const expected = workerExpectations[name];
  if (!expected) return none;
  const { read, create, update, remove = false, overwritten = none.overwritten } = expected;
  return {
    ...none,
    rows: "all",
    read: new Set(read),
    create: create ? new Set(create) : null,
    update: update ? new Set(update) : null,
    remove,
    overwritten,
  };
}

function everything({ fields }: ProbedCollection): Rights {
  const all = new Set(fields.map(({ name }) => name));
  return {
    ...none,
    rows: "all",
    read: all,
    create: all,
    update: all,
    remove: true,
    boundByRulesAlone: true,
  };
}

import { randomUUID } from "node:crypto";
import type { TestDatabase } from "@genie/testing";
import { baseRow, firstValue } from "./base-row.ts";
import { insertRow } from "./own-rows-of.ts";
import { ask, type Caller, isOverseer, type Probe, type Scene } from "./probe.ts";
import type { ProbedCollection, ProbedField } from "./probed-collection.ts";
import type { Rights } from "./rights-of.ts";
import { sentValue } from "./sent-value.ts";
import { shareOf } from "./share-of.ts";

type Result = { probes: number; surprises: string[] };

/**
 * Creates, changes and deletes the caller's own rows by her share of the fields, and looks at the rows. An overseer does
 * so with a creator's.
 */
export async function tryOwnWrites(
  database: TestDatabase,
  scene: Scene,
  caller: Caller,
): Promise<Result> {
  const result: Result = { probes: 0, surprises: [] };
  const attempt = async (probe: Probe) => {
    const { answer, surprises } = await ask(probe, caller, scene.victim);
    result.probes += 1;
    result.surprises.push(...surprises);
    return answer.status < 400;
  };
  const complain = (probe: Probe, problem: string) =>
    result.surprises.push(`${caller.kind}: ${probe.name}: ${problem}`);

  for (const field of shareOf(scene.collection.fields, caller.kind)) {
    await tryCreate(database, scene, field, { attempt, complain });
    await tryUpdate(database, scene, field, { attempt, complain });
  }
  // What comes about by who may make everything is everybody's too, and would stay.
  const nested = scene.rights.boundByRulesAlone ? [] : nestedProbes(scene);
  for (const probe of shareOf(nested, caller.kind)) await attempt(probe);
  await tryDelete(database, scene, { attempt, complain });
  return result;
}

const expected = (isAllowed: boolean, { boundByRulesAlone }: Rights): Probe["expect"] => {
  if (!isAllowed) return "refused";
  return boundByRulesAlone ? "silent" : "answered";
};

/** Whoever may say whose a row is has to. */
function newRow(collection: ProbedCollection, { rights, me }: Pick<Scene, "me" | "rights">) {
  const { ownerField } = collection;
  const owned = ownerField !== null && rights.create?.has(ownerField);
  return { ...baseRow(collection, me), ...(owned && { [ownerField]: me.user }) };
}

type Hands = {
  attempt: (probe: Probe) => Promise<boolean>;
  complain: (probe: Probe, problem: string) => void;
};

async function tryCreate(
  database: TestDatabase,
  { kind, collection, rights, me, victim }: Scene,
  field: ProbedField,
  { attempt, complain }: Hands,
) {
  const { name, path, ownerField } = collection;
  const isOverwritten = rights.overwritten.create.includes(field.name);
  const allowed = rights.create !== null && (rights.create.has(field.name) || isOverwritten);
  const value = foreignValue(field.name) ?? newValue({ field, me, kind, onCreate: true });
  const probe: Probe = {
    name: `create with ${field.name}`,
    method: "POST",
    path,
    body: { ...newRow(collection, { rights, me }), [field.name]: value },
    expect: expected(allowed, rights),
  };
  function foreignValue(column: string): string | undefined {
    if (isOverseer(kind)) return undefined;
    if (column === ownerField) return victim.user;
    return column === "id" ? victim.ids.get(name) : undefined;
  }

  const before = await idsIn(database, name);
  const done = await attempt(probe);
  const fresh = (await idsIn(database, name)).filter((id) => !before.includes(id));
  // Whoever makes a person makes no row of her own.
  if (!ownerField || ownerField === "id") return;
  const mine = await database.query(
    `select id from ${name} where id = any($1) and ${ownerField}::text = $2`,
    [fresh, me.user],
  );
  // Others make rows in the same collection at the same time; theirs belong to them.
  const isMine = mine.rowCount === 1;
  if (done !== isMine)
    complain(probe, done ? "no row of the caller's came of it" : "a row came of it");
  if (isOverwritten && mine.rows[0]?.id === value) complain(probe, "the caller's value was taken");
}

async function tryUpdate(
  database: TestDatabase,
  { kind, collection, rights, me }: Scene,
  field: ProbedField,
  { attempt, complain }: Hands,
) {
  const mine = me.ids.get(collection.name);
  if (mine === undefined) return;
  const isOverwritten = rights.overwritten.update.includes(field.name);
  const isAllowed = rights.update?.has(field.name) === true;
  const probe: Probe = {
    name: `change own ${field.name}`,
    method: "PATCH",
    path: `${collection.path}/${mine}`,
    body: { [field.name]: newValue({ field, me, kind, onCreate: false }) },
    expect: expected(isAllowed || isOverwritten, rights),
  };
  const before = await rowText(database, collection.name, mine);
  const done = await attempt(probe);
  const changed = before !== (await rowText(database, collection.name, mine));
  // How a job stands may be what it was to be set to, for others work on it.
  const isJobsState = isOverseer(kind) && field.name === "status";
  const shows = field.kind !== "list" && field.kind !== "reference" && !isJobsState;
  if (changed && !done) complain(probe, "it was refused, and the row changed");
  if (changed && !isAllowed) complain(probe, "the row changed");
  if (!changed && isAllowed && shows && !rights.boundByRulesAlone)
    complain(probe, "the row did not change");
}

async function tryDelete(
  database: TestDatabase,
  { collection, rights, me }: Scene,
  { attempt, complain }: Hands,
) {
  const { name, path, ownerField } = collection;
  const mine = me.ids.get(name);
  if (ownerField === null || mine === undefined) return;
  // Whoever may write in every field has made rows by now that leave no room for another like it.
  const isSpare = rights.remove && !rights.boundByRulesAlone;
  const doomed = isSpare ? await insertRow(database, collection, me) : mine;
  const probe: Probe = {
    name: "delete own row",
    method: "DELETE",
    path: `${path}/${doomed}`,
    expect: expected(rights.remove, rights),
  };
  const done = await attempt(probe);
  const isGone = (await rowText(database, name, doomed)) === undefined;
  if (isGone !== (rights.boundByRulesAlone ? done : rights.remove)) {
    complain(probe, isGone ? "the row is gone" : "the row is still there");
  }
}

/** New rows inside of a new row. They may come about, but never as another person's. */
function nestedProbes({ collection, collections, me, victim }: Scene): Probe[] {
  return collection.fields.flatMap(({ name, target, list }) => {
    const there = collections.get(target ?? list?.target ?? "");
    if (!there || name === collection.ownerField) return [];
    const row = { ...baseRow(there, me), user_id: victim.user, owner: victim.user };
    const value = list ? { create: [{ [list.there]: row, user_id: victim.user }] } : row;
    return [
      { method: "POST", path: collection.path },
      {
        method: "PATCH",
        path: `${collection.path}/${me.ids.get(collection.name) ?? randomUUID()}`,
      },
    ].map((where) => ({
      ...where,
      name: `${where.method} with a new row in ${name}`,
      body: { ...(where.method === "POST" ? baseRow(collection, me) : {}), [name]: value },
      expect: "silent",
    }));
  });
}

function newValue({
  field,
  me,
  kind,
  onCreate,
}: {
  field: ProbedField;
  me: Scene["me"];
  kind: Scene["kind"];
  onCreate: boolean;
}): unknown {
  if (field.name === "id") return randomUUID();
  // Of all platforms: the row is of one.
  if (field.name === "platform" && !onCreate && !field.required) return null;
  if (field.kind === "choice" && onCreate) return firstValue(field, me);
  if (field.name === "progress") return 42;
  // An overseer's differs from what the owner of the row has made of it.
  if (field.kind === "integer") return me.number + (isOverseer(kind) ? 2 : 1);
  if (field.kind === "decimal" && field.name !== "weight") return `${me.number}.75`;
  // Too short for what tells whose it is.
  if (field.kind === "string" && field.maxLength < 10) return "XYZ".slice(0, field.maxLength);
  if (field.name === "storage") return "local";
  // A job that was called off takes no further news.
  if (field.choices.includes("queued") && !onCreate) return "active";
  if (field.list) return { create: [{ [field.list.there]: me.ids.get(field.list.target) }] };
  return sentValue(field, me);
}

async function idsIn(database: TestDatabase, table: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(`select id::text from ${table}`);
  return rows.map(({ id }) => id);
}

async function rowText(
  database: TestDatabase,
  table: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await database.query<{ text: string }>(
    `select (to_jsonb(t) - array['date_updated', 'last_access', 'last_page', 'modified_on'])::text as text
       from ${table} t where id = $1`,
    [id],
  );
  return rows[0]?.text;
}

import { randomUUID } from "node:crypto";
import { everyCollection, everySystemCollection } from "@genie/schema";
import { holdWorker, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, dismissCast, makeCast, overseers } from "./cast.ts";
import { fingerprint, systemFingerprint } from "./fingerprint.ts";
import { intrusionProbes } from "./intrusion-probes.ts";
import { tryOwnWrites } from "./own-writes.ts";
import { ask, type Probe, type Scene } from "./probe.ts";
import { type ProbedCollection, probedCollections } from "./probed-collection.ts";
import { readProbes } from "./read-probes.ts";
import { relationProbes } from "./relation-probes.ts";
import { rightsOf } from "./rights-of.ts";
import { shareOf } from "./share-of.ts";
import { systemProbes } from "./system-probes.ts";
import { createTally } from "./tally.ts";

const names = [...everyCollection, ...everySystemCollection].map(({ name }) => name);
const minuteMs = 60_000;

describe("who may do what", () => {
  const database = openDatabase();
  const casts: Actor[][] = [];
  const tally = createTally();
  let collections: ReadonlyMap<string, ProbedCollection>;
  let systemBefore: Record<string, string>;
  let letWorkerGoOn: () => void;
  const hiddenFlow = randomUUID();

  beforeAll(async () => {
    // Its sweep changes jobs that wait for long, and nothing but the probes may change a row here.
    letWorkerGoOn = await holdWorker();
    collections = await probedCollections(database);
    await database.query(
      `insert into action_flows (id, slug, name, steps, active) values ($1::uuid, $2, 'switched off', '[]', false)`,
      [hiddenFlow, hiddenFlow],
    );
    await database.query(
      `insert into taxonomy_mapping (id, tag, dimension_id)
       select $1::uuid, $1::uuid::text, id from taxonomy_dimensions limit 1`,
      [hiddenFlow],
    );
    systemBefore = await systemFingerprint(database);
  });

  afterAll(async () => {
    for (const cast of casts) await dismissCast(database, cast);
    letWorkerGoOn();
    await database.query("delete from action_flows where id = $1", [hiddenFlow]);
    await database.query("delete from taxonomy_mapping where id = $1", [hiddenFlow]);
    await database.end();
    process.stdout.write(tally.text(collections));
  });

  it.each(names)(
    "%s: each caller reads and writes what is hers, and nothing else",
    async (name) => {
      const collection = collections.get(name);
      if (!collection) throw new Error(`${name} is not there.`);
      const cast = await makeCast(database, collections);
      casts.push(cast);
      const anyId = await someId(name);
      const people = cast.map(({ me }) => me.user).filter((user) => user !== "");

      const staff = cast.slice(0, 1).flatMap(({ me }) => overseers(me));

      const before = await fingerprint(database, collections, people);
      const read = await Promise.all([
        ...cast.map((actor) => {
          const scene = sceneOf(collection, actor);
          return askAll(name, actor, [
            ...readProbes(scene),
            ...relationProbes(scene),
            ...intrusionProbes(scene, anyId),
          ]);
        }),
        ...staff.map((actor) => askAll(name, actor, readProbes(sceneOf(collection, actor)))),
      ]);
      expect(read.flat().join("\n")).toBe("");
      expect(await fingerprint(database, collections, people)).toEqual(before);

      const surprises = [];
      for (const actor of [...cast, ...staff]) {
        const scene = sceneOf(collection, actor);
        // What an overseer makes there is everybody's, and would stay.
        if (collection.ownerField === null && scene.rights.create !== null) continue;
        const others = people.filter((user) => user !== actor.me.user);
        const theirs = await fingerprint(database, collections, others);
        const result = await tryOwnWrites(database, scene, actor.caller);
        tally.add(name, scene.kind, result.probes, result.surprises);
        surprises.push(...result.surprises);
        expect(await fingerprint(database, collections, others)).toEqual(theirs);
      }
      expect(surprises.join("\n")).toBe("");
    },
    3 * minuteMs,
  );

  it(
    "Directus' own collections are closed, and nothing in them has changed",
    async () => {
      const cast = await makeCast(database, collections);
      casts.push(cast);
      const probes = await systemProbes(database, new Set(names));
      const surprises = await Promise.all(
        cast.map((actor) => askAll("all others", actor, shareOf(probes, actor.caller.kind))),
      );
      expect(surprises.flat().join("\n")).toBe("");
      expect(await systemFingerprint(database)).toEqual(systemBefore);
    },
    3 * minuteMs,
  );

  async function askAll(
    row: string,
    { caller, victim }: Actor,
    probes: readonly Probe[],
  ): Promise<string[]> {
    const surprises: string[] = [];
    for (const probe of probes) {
      const result = await ask(probe, caller, victim);
      surprises.push(...result.surprises);
      tally.add(row, caller.kind, 1, result.surprises);
    }
    return surprises;
  }

  function sceneOf(collection: ProbedCollection, { caller, me, victim }: Actor): Scene {
    const rightsOn = (other: ProbedCollection) => rightsOf(other, caller.kind);
    const { kind } = caller;
    return { kind, collection, collections, rights: rightsOn(collection), rightsOn, me, victim };
  }

  async function someId(table: string): Promise<string> {
    const { rows } = await database.query<{ id: string }>(`select id::text from ${table} limit 1`);
    return rows[0]?.id ?? randomUUID();
  }
});

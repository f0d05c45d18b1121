import { randomUUID } from "node:crypto";
import type { Probe, Scene } from "./probe.ts";
import type { ProbedField } from "./probed-collection.ts";
import { baseRow } from "./base-row.ts";
import { sentValue } from "./sent-value.ts";
import { shareOf } from "./share-of.ts";

/** Writes that nobody but an administrator may make. All are refused, and nothing changes. */
export function intrusionProbes(scene: Scene, anyId: string): Probe[] {
  const { collection, me, victim } = scene;
  const theirs = victim.ids.get(collection.name) ?? anyId;
  const mine = me.ids.get(collection.name);
  return [
    ...ontoForeignRow(scene, theirs, mine),
    ...byQuery(scene),
    ...shareOf(
      collection.fields.flatMap((field) => [
        ...throughReference(scene, field, mine),
        ...throughList(scene, field, mine),
      ]),
      scene.kind,
    ),
  ];
}

function ontoForeignRow(scene: Scene, theirs: string, mine: string | undefined): Probe[] {
  const { collection, me } = scene;
  const { path, fields } = collection;
  const columns = fields.filter(({ name, kind }) => name !== "id" && kind !== "list");
  const change = Object.fromEntries(
    columns
      .filter(({ kind }) => kind === "string" || kind === "text")
      .slice(0, 1)
      .map((field) => [field.name, sentValue(field, me)]),
  );
  const both = [...(mine === undefined ? [] : [mine]), theirs];
  const base = baseRow(collection, me);
  return [
    ...shareOf(columns, scene.kind).map((field) =>
      refused(`change another's ${field.name}`, "PATCH", `${path}/${theirs}`, {
        [field.name]: sentValue(field, me),
      }),
    ),
    refused("change nothing of another's row", "PATCH", `${path}/${theirs}`, {}),
    refused("delete another's row", "DELETE", `${path}/${theirs}`),
    refused("change own and another's by keys", "PATCH", path, { keys: both, data: change }),
    refused(
      "change own and another's as a list",
      "PATCH",
      path,
      both.map((id) => ({ id, ...change })),
    ),
    refused("delete own and another's", "DELETE", path, both),
    refused("delete own and another's by keys", "DELETE", path, { keys: both }),
    // Where the gate sets the id, a row of the caller's comes of it; own-writes looks at that.
    ...(scene.rights.overwritten.create.includes("id")
      ? []
      : [
          refused("create over another's row", "POST", path, { ...base, id: theirs }),
          refused("create one's own and one with another's id", "POST", path, [
            base,
            { ...baseRow(collection, me), id: theirs },
          ]),
        ]),
  ];
}

/** Directus selects these rows without any rule, so the answer must never depend on them. */
function byQuery({ collection, me, victim }: Scene): Probe[] {
  const { path, fields } = collection;
  const text = fields.find(({ kind }) => kind === "string" || kind === "text");
  const data = text ? { [text.name]: sentValue(text, me) } : {};
  const match = { filter: { id: { _nnull: true } }, limit: 1 };
  const none = { filter: { id: { _null: true } }, limit: 1 };
  const owned = text && {
    match: { filter: { [text.name]: { _starts_with: victim.marker } } },
    none: { filter: { [text.name]: { _starts_with: "nobodys" } } },
  };
  return [{ match, none }, ...(owned ? [owned] : [])].flatMap((query) => [
    {
      ...refused("change by query", "PATCH", path, { query: query.match, data }),
      unlike: { path, body: { query: query.none, data } },
    },
    {
      ...refused("delete by query", "DELETE", path, { query: query.match }),
      unlike: { path, body: { query: query.none } },
    },
  ]);
}

function throughReference(
  { collection, collections, me, victim, rights }: Scene,
  { name, target }: ProbedField,
  mine: string | undefined,
): Probe[] {
  if (target === null || name === collection.ownerField) return [];
  const there = collections.get(target);
  const theirs = victim.ids.get(target);
  const text = there?.fields.find(({ kind, name: f }) => kind === "string" && f !== "storage");
  const values: [string, unknown][] = [
    ...(theirs === undefined
      ? [
          ["a row of everybody's, changed", { id: randomUUID(), name: "changed" }] as [
            string,
            unknown,
          ],
        ]
      : ([
          ["another's row", theirs],
          ["another's row as an object", { id: theirs }],
          ["another's row, changed", { id: theirs, [text?.name ?? "name"]: "changed" }],
          ["another's row in capitals", theirs.toUpperCase()],
          ["a list", [theirs]],
        ] as [string, unknown][])),
    ["a row that is not there", randomUUID()],
  ];
  const { overwritten } = rights;
  // Where the gate sets it, what was sent is not looked at.
  if (overwritten.create.includes(name) && overwritten.update.includes(name)) return [];
  const mayCreate = rights.create?.has(name) === true;
  return values.flatMap(([what, value]) => [
    ...(mayCreate || what === "another's row"
      ? [
          refused(`create with ${name}: ${what}`, "POST", collection.path, {
            ...baseRow(collection, me),
            [name]: value,
          }),
          refused(`create two, one with ${name}: ${what}`, "POST", collection.path, [
            baseRow(collection, me),
            { ...baseRow(collection, me), [name]: value },
          ]),
        ]
      : []),
    ...(mine === undefined
      ? []
      : [
          refused(`change ${name} to ${what}`, "PATCH", `${collection.path}/${mine}`, {
            [name]: value,
          }),
        ]),
  ]);
}

function throughList(
  { collection, me, victim }: Scene,
  { name, list }: ProbedField,
  mine: string | undefined,
): Probe[] {
  if (!list) return [];
  const theirTarget = victim.ids.get(list.target);
  const theirLink = victim.ids.get(list.junction);
  const theirRow = victim.ids.get(collection.name);
  const myTarget = me.ids.get(list.target);
  const values: [string, unknown][] = [
    ["another's row", [{ [list.there]: theirTarget }]],
    ["another's row as an object", [{ [list.there]: { id: theirTarget } }]],
    ["another's row, changed", [{ [list.there]: { id: theirTarget, title: "x", caption: "x" } }]],
    ["another's row by create", { create: [{ [list.there]: theirTarget }] }],
    ["another's link", [theirLink]],
    ["another's link, moved here", [{ id: theirLink, sort: 9 }]],
    ["another's link by update", { update: [{ id: theirLink, sort: 9 }] }],
    [
      "a link of another's row",
      {
        create: [
          { [list.there]: myTarget, [list.here]: theirRow, user_id: victim.user, id: theirLink },
        ],
      },
    ],
  ];
  return values.flatMap(([what, value]) => [
    refused(`create with ${name}: ${what}`, "POST", collection.path, {
      ...baseRow(collection, me),
      [name]: value,
    }),
    ...(mine === undefined
      ? []
      : [
          refused(`change ${name} to ${what}`, "PATCH", `${collection.path}/${mine}`, {
            [name]: value,
          }),
        ]),
  ]);
}

function refused(name: string, method: string, path: string, body?: object): Probe {
  return { name, method, path, body, expect: "refused" };
}

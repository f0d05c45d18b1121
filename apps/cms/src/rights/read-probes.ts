import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { openFlows } from "./expectations.ts";
import type { Probe, Scene } from "./probe.ts";
import type { ProbedField } from "./probed-collection.ts";
import { shareOf } from "./share-of.ts";

/** Every way we know to read a collection: whole, by id, and by the caller's share of its fields. */
export function readProbes(scene: Scene): Probe[] {
  const { fields } = scene.collection;
  return [
    ...wholeProbes(scene),
    ...byIdProbes(scene),
    ...shareOf(
      fields.flatMap((field) => fieldProbes(scene, field)),
      scene.kind,
    ),
  ];
}

function wholeProbes(scene: Scene): Probe[] {
  const { collection, rights, me } = scene;
  const { path, name } = collection;
  const readable = rights.rows !== "none" && rights.read.size > 0;
  const expect = readable ? "answered" : "refused";
  const list = (query: string): Probe => ({
    name: `list ${query}`,
    method: "GET",
    path: `${path}?${query}`,
    expect,
    check: (answer) => (answer.status < 400 ? foreignRowsIn(answer.data, scene) : undefined),
  });
  const silent = (query: string): Probe => ({
    name: `list ${query}`,
    method: "GET",
    path: `${path}?${query}`,
    expect: readable ? "silent" : "refused",
  });
  const own = collection.ownerField !== null && me.ids.has(name) && rights.rows === "own";
  const refused = rights.boundByRulesAlone ? "silent" : "refused";
  return [
    list(""),
    list("fields=*"),
    list("fields=*.*"),
    list("fields=*.*.*&limit=-1"),
    list("limit=-1&page=1"),
    list("filter[_or][0][id][_nnull]=true&filter[_or][1][id][_null]=true"),
    list("backlink=false&fields=*.*"),
    {
      ...list("meta=*&limit=0"),
      check: ({ text }) =>
        own && readable && countsIn(text).some((count) => count > 1)
          ? "it counts other people's rows"
          : undefined,
    },
    {
      ...list("aggregate[count]=*"),
      check: ({ text }) =>
        own && readable && countsIn(text).some((count) => count > 1)
          ? "it counts other people's rows"
          : undefined,
    },
    ...["csv", "json", "xml", "yaml"].map((format) => silent(`export=${format}&limit=-1`)),
    silent("version=main"),
    silent("version=draft"),
    silent("groupBy[]=id"),
    { ...silent("alias[x]=id&fields=x"), expect: refused },
    { ...silent("deep[user_id][_limit]=1"), expect: refused },
    { ...silent(`access_token=${randomUUID()}`), expect: refused },
    {
      name: "SEARCH all",
      method: "SEARCH",
      path,
      body: { query: { fields: ["*", "*.*"], limit: -1 } },
      expect,
    },
    {
      name: "SEARCH with alias",
      method: "SEARCH",
      path,
      body: { query: { alias: { x: "id" }, fields: ["x"] } },
      expect: refused,
    },
  ];
}

function byIdProbes({ collection, rights, me, victim }: Scene): Probe[] {
  const { path, name, ownerField, fields } = collection;
  const counted = fields.some((field) => field.name === "id" && field.kind === "integer");
  const nobodys = counted ? "999999999" : randomUUID();
  const theirs = victim.ids.get(name);
  const mine = me.ids.get(name);
  const readable = rights.rows !== "none" && rights.read.size > 0;
  return [
    ...(mine !== undefined && ownerField !== null
      ? [
          {
            name: "own row by id",
            method: "GET",
            path: `${path}/${mine}?fields=*`,
            expect: readable ? ("answered" as const) : ("refused" as const),
            check: ({ data }: { data: unknown }) => {
              const hidden = hiddenIn(data ?? {}, rights);
              return hidden.length > 0 ? `it shows ${hidden.join(", ")}` : undefined;
            },
          },
        ]
      : []),
    ...(theirs === undefined
      ? []
      : [
          ...["", "?fields=id", "?fields=*.*", "?version=main", "?version=draft"].map(
            (query): Probe => ({
              name: `another's row by id ${query}`,
              method: "GET",
              path: `${path}/${theirs}${query}`,
              expect: "refused",
              unlike: { path: `${path}/${nobodys}${query}` },
            }),
          ),
          {
            name: "another's row by keys",
            method: "SEARCH",
            path,
            body: { keys: [theirs] },
            expect: readable ? "silent" : "refused",
            unlike: { path, body: { keys: [nobodys] } },
          } satisfies Probe,
          {
            name: "another's row by filter",
            method: "GET",
            path: `${path}?filter[id][_eq]=${theirs}`,
            expect: readable ? "silent" : "refused",
            unlike: { path: `${path}?filter[id][_eq]=${nobodys}` },
          } satisfies Probe,
        ]),
  ];
}

function fieldProbes({ collection, rights, victim }: Scene, field: ProbedField): Probe[] {
  const { path } = collection;
  const { name, kind } = field;
  const mayRead = rights.read.has(name);
  const refusedIfHidden = mayRead ? "silent" : "refused";
  const get = (query: string, expect: Probe["expect"] = refusedIfHidden): Probe => ({
    name: `${name} by ${query.split("=")[0]}`,
    method: "GET",
    path: `${path}?${query}`,
    expect,
  });
  const pair = (operator: string, match: string, none: string): Probe => ({
    ...get(`filter[${name}][${operator}]=${encodeURIComponent(match)}&fields=id`),
    unlike: { path: `${path}?filter[${name}][${operator}]=${none}&fields=id` },
  });
  if (kind === "list") {
    return [
      get(`fields=${name}`, mayRead ? "answered" : "refused"),
      get(`fields=${name}.*.*.*`),
      get(`filter[count(${name})][_gt]=0&fields=id`),
      get(`fields=count(${name})`),
      get(`sort=count(${name})`),
    ];
  }
  return [
    get(`fields=${name}`, mayRead ? "answered" : "refused"),
    get(`filter[${name}][_nnull]=true&fields=id`),
    get(`filter[_and][0][_or][0][${name}][_null]=true&fields=id`),
    get(`sort=-${name}&fields=id`),
    get(`aggregate[min]=${name}&aggregate[max]=${name}`),
    get(`aggregate[count]=${name}&aggregate[countDistinct]=${name}`),
    get(`groupBy[]=${name}&aggregate[count]=*`),
    ...(kind === "string" || kind === "text"
      ? [
          pair("_starts_with", victim.marker, "nobodys"),
          pair("_contains", victim.marker.slice(2), "nobodys"),
          pair("_icontains", victim.marker.toUpperCase(), "nobodys"),
        ]
      : []),
    ...(kind === "json" ? [get(`fields=json(${name},note)`), get(`fields=count(${name})`)] : []),
    ...(kind === "integer" || kind === "decimal"
      ? [pair("_eq", numberOf(field, victim), "99999999"), get(`aggregate[sum]=${name}`)]
      : []),
    ...(kind === "timestamp"
      ? [
          get(`groupBy[]=year(${name})&aggregate[count]=*`),
          {
            ...get(`filter[year(${name})][_eq]=${victim.year}&fields=id`),
            unlike: { path: `${path}?filter[year(${name})][_eq]=2999&fields=id` },
          },
        ]
      : []),
  ];
}

const numberOf = ({ kind }: ProbedField, { number }: Scene["victim"]) =>
  kind === "decimal" ? `${number}.25` : String(number);

function foreignRowsIn(data: unknown, { collection, rights, me }: Scene): string | undefined {
  if (!Array.isArray(data)) return "there is no list in the answer";
  const rows = data as Record<string, unknown>[];
  const hidden = rows.flatMap((row) => hiddenIn(row, rights));
  if (hidden.length > 0) return `it shows ${[...new Set(hidden)].join(", ")}`;
  const mine = me.ids.get(collection.name);
  if (rights.rows === "open") {
    const ids = rows.map(({ id }) => String(id)).toSorted();
    return isDeepStrictEqual(ids, [...openFlows])
      ? undefined
      : `it lists ${ids.join(", ")} and not ${openFlows.join(", ")}`;
  }
  const foreign = rows.filter(({ id }) => rights.rows === "own" && String(id) !== mine);
  if (foreign.length > 0) return `it holds ${foreign.length} rows that are not the caller's`;
  if (rights.rows === "own" && mine !== undefined && rows.length !== 1)
    return "the own row is missing";
  return undefined;
}

/** From who has every right nothing is hidden, nor what Directus shows beside the columns. */
const hiddenIn = (row: object, { read, boundByRulesAlone }: Scene["rights"]) =>
  boundByRulesAlone ? [] : Object.keys(row).filter((key) => !read.has(key));

const countsIn = (text: string) =>
  [...text.matchAll(/"(?:count|total_count|filter_count)":"?(\d+)/g)].map(([, count]) =>
    Number(count),
  );

import type { Probe, Scene } from "./probe.ts";
import type { ProbedCollection, ProbedField } from "./probed-collection.ts";
import { shareOfWalks } from "./share-of.ts";

/**
 * The caller's share of reads that walk from a collection to others: along its references, their
 * references, and back.
 */
export function relationProbes(scene: Scene): readonly Probe[] {
  const { collection, collections, kind } = scene;
  const walks = [
    ...collection.fields.flatMap((field) => [
      ...alongReference(scene, field),
      ...alongTwoReferences(scene, field),
      ...alongList(scene, field),
    ]),
    ...[...collections.values()].flatMap((other) =>
      other.fields
        .filter(({ target }) => target === collection.name)
        .flatMap((field) => backwards(scene, other, field)),
    ),
  ];
  return shareOfWalks(walks, kind);
}

function alongReference(scene: Scene, { name, target }: ProbedField): Probe[] {
  const { rights, rightsOn, collections, victim } = scene;
  const there = target === null ? undefined : collections.get(target);
  if (!there) return target === null ? [] : unknownTarget(scene, name);
  const { read } = rightsOn(there);
  return there.fields
    .filter(({ kind }) => kind !== "list")
    .flatMap((field) => {
      const path = `${name}.${field.name}`;
      const mayRead = rights.read.has(name) && read.has(field.name);
      // To a caller who may see nothing there, Directus leaves the reference out of the answer.
      const leftOut = rightsOn(there).rows === "none" && rights.rows !== "none";
      return [
        { ...get(scene, `fields=${path}`, mayRead), ...(leftOut ? { expect: "silent" } : {}) },
        get(scene, `sort=${path}&fields=id`, mayRead),
        {
          ...get(scene, `filter[${name}][${field.name}][_nnull]=true&fields=id`, mayRead),
          ...(field.kind === "string" && mayRead
            ? {
                unlike: {
                  path: `${scene.collection.path}?filter[${name}][${field.name}][_starts_with]=nobodys&fields=id`,
                },
                path: `${scene.collection.path}?filter[${name}][${field.name}][_starts_with]=${victim.marker}&fields=id`,
              }
            : {}),
        },
      ];
    });
}

/** References to collections that nobody but administrators may see. */
function unknownTarget(scene: Scene, name: string): Probe[] {
  const leftOut = scene.rights.rows === "none" ? {} : { expect: "silent" as const };
  return ["name", "description", "id", "admin_access"].flatMap((field) => [
    { ...get(scene, `fields=${name}.${field}`, false), ...leftOut },
    get(scene, `filter[${name}][${field}][_nnull]=true&fields=id`, false),
    get(scene, `sort=${name}.${field}`, false),
  ]);
}

function alongTwoReferences(scene: Scene, { name, target }: ProbedField): Probe[] {
  const { collections, rightsOn } = scene;
  const there = target === null ? undefined : collections.get(target);
  if (!there) return [];
  return there.fields.flatMap((second) => {
    const beyond = second.target === null ? undefined : collections.get(second.target);
    if (!beyond) return [];
    const { read, rows } = rightsOn(beyond);
    const leftOut = rows === "none" && scene.rights.rows !== "none";
    const hidden = beyond.fields.filter(
      (field) => !read.has(field.name) || second.name === "user_id",
    );
    return hidden
      .filter(({ kind }) => kind !== "list")
      .slice(0, 6)
      .flatMap((field) => [
        get(scene, `filter[${name}][${second.name}][${field.name}][_nnull]=true&fields=id`, false),
        {
          ...get(scene, `fields=${name}.${second.name}.${field.name}`, false),
          ...(leftOut ? { expect: "silent" } : {}),
        },
      ]);
  });
}

function alongList(scene: Scene, { name, list }: ProbedField): Probe[] {
  const { collections, rights, rightsOn, victim } = scene;
  const there = list ? collections.get(list.target) : undefined;
  if (!list || !there) return [];
  const { read } = rightsOn(there);
  return there.fields
    .filter(({ kind }) => kind !== "list")
    .flatMap((field) => {
      const mayRead = rights.read.has(name) && read.has(field.name);
      const filter = `filter[${name}][_some][${list.there}][${field.name}]`;
      const path = (value: string) =>
        `${scene.collection.path}?${filter}[_starts_with]=${value}&fields=id`;
      return [
        get(scene, `fields=${name}.${list.there}.${field.name}`, mayRead),
        get(scene, `${filter}[_nnull]=true&fields=id`, mayRead),
        get(scene, `sort=${name}.${list.there}.${field.name}`, mayRead),
        ...(field.kind === "string"
          ? [
              {
                ...get(scene, "", mayRead),
                name: `filter through ${name} to ${field.name}`,
                path: path(victim.marker),
                unlike: { path: path("nobodys") },
              },
            ]
          : []),
      ];
    });
}

/** From a row that many may see to the rows that refer to it. */
function backwards(scene: Scene, other: ProbedCollection, { name }: ProbedField): Probe[] {
  const { path } = scene.collection;
  const { victim, rights } = scene;
  const follow = `$FOLLOW(${other.name},${name})`;
  const mayRead = rights.rows !== "none";
  return other.fields
    .filter(({ kind }) => kind === "string" || kind === "text" || kind === "json")
    .flatMap((field) => {
      const query = (value: string) =>
        `${path}?filter[${follow}][_some][${field.name}][_starts_with]=${value}&fields=id`;
      return [
        {
          name: `filter back to ${other.name}.${field.name}`,
          method: "GET",
          path: query(victim.marker),
          unlike: { path: query("nobodys") },
          expect: mayRead ? "silent" : "refused",
        } satisfies Probe,
      ];
    });
}

function get({ collection, rights }: Scene, query: string, mayRead: boolean): Probe {
  return {
    name: query.split("&")[0] ?? query,
    method: "GET",
    path: `${collection.path}?${query}`,
    expect: mayRead && rights.rows !== "none" ? "silent" : "refused",
  };
}

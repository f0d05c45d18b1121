import type { Fields, Grant } from "./dsl/collection.ts";
import { ownership } from "./ownership.ts";
import { everyCollection, everySystemCollection } from "./schema.ts";

export type ExportedCollection = {
  name: string;
  /** The field by which a row is somebody's. */
  ownerField: string;
  /** Its files in an export, without their endings, such as `library/scraped_media`. */
  path: string;
  /** What it is, in a sentence for people. */
  note: string;
  fields: readonly string[];
};

/** Collections with an owner that are in no export, and why. */
export const neverExported: ReadonlyMap<string, string> = new Map([
  ["api_tokens", "tokens open one installation, and end with it"],
  ["recovery_codes", "they open one installation, and only hashes of them are kept"],
  ["extension_pairings", "a browser is paired with one installation"],
  ["data_transfers", "they are the exports and imports themselves"],
]);

/** Of what she may read, what is no copy's business: whether a one-time code is asked for. */
const withheld: ReadonlyMap<string, readonly string[]> = new Map([
  ["directus_users", ["tfa_secret"]],
  ["platform_sessions", ["key_id"]],
]);

const systemPlaces: ReadonlyMap<string, { path: string; note: string }> = new Map([
  ["directus_users", { path: "people/account", note: "Your account here." }],
  ["directus_notifications", { path: "people/notifications", note: "What you were told." }],
  [
    "directus_files",
    { path: "library/files", note: "Your pictures and videos, which are in library/media." },
  ],
]);

/**
 * What an export holds: of each collection with an owner every field that its owner may read. So secrets
 * and hashes are never in it, and a new collection is in it by itself.
 */
export const exportedCollections: readonly ExportedCollection[] = [
  ...everySystemCollection.flatMap(({ name, ownerField, fields, access }) => {
    const place = systemPlaces.get(name);
    return place && ownerField !== null
      ? [{ name, ownerField, ...place, fields: readable(name, fields, access.creator) }]
      : [];
  }),
  ...everyCollection
    .filter(({ name }) => ownership.has(name) && !neverExported.has(name))
    .map(({ name, group, note, fields, access }) => ({
      name,
      ownerField: ownership.get(name)?.ownerField ?? "user_id",
      path: `${group}/${name}`,
      note,
      fields: readable(name, fields, access.creator),
    })),
];

function readable(name: string, fields: Fields, grant: Grant | undefined): string[] {
  const left = withheld.get(name) ?? [];
  // A list is the rows of its junction, which are exported themselves.
  return (grant?.read ?? []).filter(
    (field) => fields[field]?.kind !== "list" && !left.includes(field),
  );
}

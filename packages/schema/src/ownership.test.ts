import { describe, expect, it } from "vitest";
import { ownerPresets } from "./owner-presets.ts";
import { everySealedField, ownership, sealedFields } from "./ownership.ts";
import { everyCollection } from "./schema.ts";

const owned = everyCollection.filter(({ fields }) => "user_id" in fields);

describe("the ownership map", () => {
  it("has every collection whose rows are somebody's", () => {
    expect([...ownership.keys()].toSorted()).toEqual(
      [...owned.map(({ name }) => name), "directus_files"].toSorted(),
    );
  });

  it.each(owned.map((collection) => [collection.name, collection] as const))(
    "%s: has every reference to another owned row",
    (name, { fields }) => {
      const expected = Object.entries(fields)
        .filter(([, { reference }]) => reference && ownership.has(reference.collection))
        .map(([field, { reference }]) => ({ field, collection: reference?.collection }));
      expect(ownership.get(name)?.references).toEqual(expected);
    },
  );

  it.each(owned.map(({ name, fields }) => [name, fields["user_id"]] as const))(
    "%s: the owner is a user, is always there, and takes the rows along when she goes",
    (_name, field) => {
      expect(field).toMatchObject({
        present: true,
        reference: { collection: "directus_users", onDelete: "CASCADE" },
      });
    },
  );

  it("gives every owned collection a preset with its owner", () => {
    expect([...ownerPresets.keys()]).toEqual([...ownership.keys()]);
    for (const [name, preset] of ownerPresets) {
      expect(preset).toEqual({ [ownership.get(name)?.ownerField ?? ""]: "$CURRENT_USER" });
    }
  });

  it("knows every secret, and that only owned rows have any", () => {
    expect(Object.fromEntries(sealedFields)).toEqual({
      creator_profiles: ["credentials"],
      platform_sessions: ["cookies"],
    });
    for (const name of sealedFields.keys()) expect(ownership.has(name)).toBe(true);
  });

  it("knows every field that a new key has to reach, and whose its values are", () => {
    expect(
      everySealedField.map(({ collection, field, hasKeyId }) => [collection, field, hasKeyId]),
    ).toEqual([
      ["creator_profiles", "credentials", false],
      ["platform_sessions", "cookies", true],
      ["confirmations", "params", false],
    ]);
    for (const { collection, ownerField } of everySealedField) {
      expect(ownership.get(collection)?.ownerField).toBe(ownerField);
    }
  });

  it("knows every junction of a list as owned, on both ends", () => {
    for (const { name, fields } of everyCollection) {
      for (const { through } of Object.values(fields)) {
        if (!through) continue;
        const references = ownership.get(through.junction)?.references;
        expect(references).toContainEqual({ field: through.here, collection: name });
        expect(references).toContainEqual({ field: through.there, collection: through.target });
      }
    }
  });
});

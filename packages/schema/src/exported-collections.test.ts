import { describe, expect, it } from "vitest";
import { exportedCollections, neverExported } from "./exported-collections.ts";
import { everyCollection, everySystemCollection } from "./schema.ts";

const owned = [
  ...everyCollection.filter(({ fields }) => "user_id" in fields),
  ...everySystemCollection.filter(({ ownerField }) => ownerField !== null),
];

describe("an export", () => {
  it.each(owned.map(({ name }) => name))("%s: is in it, or it is said why it is not", (name) => {
    const found = exportedCollections.filter((collection) => collection.name === name);
    expect(found.length + (neverExported.has(name) ? 1 : 0)).toBe(1);
    for (const { fields } of found) expect(fields).toContain("id");
  });

  it("has no secret, no hash and no owner, and no two collections in one file", () => {
    const fields = exportedCollections.flatMap((collection) => collection.fields);
    expect(
      fields.filter((field) => /hash|token|secret|password|credential|cookie/.test(field)),
    ).toEqual([]);
    expect(fields).not.toContain("user_id");
    const paths = exportedCollections.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("has no sealed field", () => {
    for (const { name, fields } of everyCollection) {
      const exported = exportedCollections.find((collection) => collection.name === name);
      const sealed = Object.keys(fields).filter(
        (field) => fields[field]?.sealed || fields[field]?.sealedByGate,
      );
      expect(sealed.filter((field) => exported?.fields.includes(field))).toEqual([]);
    }
  });
});

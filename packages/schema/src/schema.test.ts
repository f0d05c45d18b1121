import { describe, expect, it } from "vitest";
import { itemSchema } from "./dsl/collection.ts";
import { collections, everyCollection, everySystemCollection, findCollection } from "./schema.ts";
import { actionFlowSeed, dimensions } from "./seed.ts";

describe("the data model", () => {
  it("names each collection as it is filed", () => {
    expect(Object.keys(collections)).toEqual(everyCollection.map(({ name }) => name));
  });

  it.each(everyCollection.map((collection) => [collection.name, collection] as const))(
    "%s: refers to collections that there are, by indexed columns",
    (_name, { fields }) => {
      const known: string[] = [...everyCollection, ...everySystemCollection].map(
        ({ name }) => name,
      );
      for (const { reference, index, unique } of Object.values(fields)) {
        if (!reference) continue;
        expect(known).toContain(reference.collection);
        expect(index === true || unique === true).toBe(true);
      }
    },
  );

  it.each(everyCollection.map((collection) => [collection.name, collection] as const))(
    "%s: has an id and columns for its keys and indexes",
    (_name, { fields, unique = [], indexes = [] }) => {
      expect(fields["id"]).toMatchObject({ primaryKey: true, kind: "uuid" });
      const columns = [...unique.flat(), ...indexes.flatMap((index) => index.columns)];
      expect(columns.filter((column) => !(column in fields))).toEqual([]);
    },
  );

  it("finds a collection by its name, and nothing else by any name", () => {
    expect(findCollection("saved_views")?.name).toBe("saved_views");
    expect(findCollection("toString")).toBeUndefined();
    expect(findCollection("directus_users")).toBeUndefined();
  });

  it("reads a row as it is, with null where nothing has to be", () => {
    const row = {
      id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4001",
      slug: "x",
      concept_name: "X",
      description: null,
      display_order: 1,
    };
    const schema = itemSchema(collections.taxonomy_dimensions);
    expect(schema.parse(row)).toEqual(row);
    expect(schema.safeParse({ ...row, slug: null }).success).toBe(false);
    expect(schema.safeParse({ ...row, display_order: 1.5 }).success).toBe(false);
  });
});

describe("the seed", () => {
  it("has the six concepts in their order", () => {
    expect(dimensions.map(({ concept_name }) => concept_name)).toEqual([
      "Intimacy Level",
      "Production Quality",
      "Content Type",
      "Audience Appeal",
      "Platform Fit",
      "Engagement Potential",
    ]);
    expect(dimensions.map(({ display_order }) => display_order)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("has six actions, each with a JSON Schema of its input that takes nothing else", () => {
    expect(actionFlowSeed).toHaveLength(6);
    for (const { input_schema, steps } of actionFlowSeed) {
      expect(input_schema).toMatchObject({ type: "object", additionalProperties: false });
      expect(steps.length).toBeGreaterThan(0);
    }
  });

  it("has ids and slugs of their own", () => {
    const rows = [...dimensions, ...actionFlowSeed];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(rows.length);
  });
});

import { everyCollection } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { databaseObjects, markOf } from "./constraints.ts";

const objects = databaseObjects();

describe("the database objects that Directus can't express", () => {
  it("have names of their own that PostgreSQL does not cut", () => {
    const names = objects.map(({ kind, table, name }) => `${kind} ${table} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, create } of objects) {
      expect(name.length).toBeLessThanOrEqual(63);
      expect(create).toContain(name);
    }
  });

  it("hold every composite key and every closed list of words", () => {
    for (const { name, unique = [], fields } of everyCollection) {
      for (const columns of unique) {
        const key = objects.find(
          (object) => object.name === `${name}_${columns.join("_")}_key`.slice(0, 63),
        );
        expect(key?.create).toContain(`unique (${columns.join(", ")})`);
      }
      for (const [field, { choices }] of Object.entries(fields)) {
        if (!choices) continue;
        const check = objects.find(
          (object) => object.name === `${name}_${field}_choice`.slice(0, 63),
        );
        for (const word of choices) expect(check?.create).toContain(`'${word}'`);
      }
    }
  });

  it("keep plaintext out of sealed columns", () => {
    const check = objects.find(({ name }) => name === "creator_profiles_credentials_check");
    expect(check?.create).toBe(
      "alter table creator_profiles add constraint creator_profiles_credentials_check check (credentials IS NULL OR (credentials->>'sealed') LIKE 'cb1.%')",
    );
  });

  it("make functions before the triggers that call them", () => {
    for (const name of ["genie_guard_post", "genie_guard_post_media"]) {
      expect(position("function", name)).toBeLessThan(position("trigger", name));
      expect(position("function", name)).toBeGreaterThanOrEqual(0);
    }
  });

  it("carry a mark that changes with the definition", () => {
    const marks = objects.map(markOf);
    expect(new Set(marks).size).toBe(marks.length);
    const [first] = objects;
    expect(first && markOf({ ...first, create: `${first.create} ` })).not.toBe(marks[0]);
    for (const mark of marks) expect(mark).toMatch(/^genie:[0-9a-f]{16}$/);
  });
});

const position = (kind: string, name: string) =>
  objects.findIndex((object) => object.kind === kind && object.name === name);

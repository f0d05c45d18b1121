import { everyCollection, everySystemCollection, type Field } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { folders } from "./folders.ts";
import { panelCollections, placedForm, type PlacedField } from "./panel-collections.ts";
import { presets } from "./presets.ts";

const collections = everyCollection.map(({ name, note, icon, group, fields }) => ({
  name,
  about: { note, icon, group },
  fields,
}));
const fields = [...everyCollection, ...everySystemCollection].flatMap(
  ({ name: collection, fields: all }) => {
    const form = placedForm(collection).fields;
    return Object.entries(all).map(([name, field]) => ({
      name: `${collection}.${name}`,
      field,
      panel: form.get(name),
    }));
  },
);

/** What suits which kind of value. */
const interfaces: Record<Field["kind"], readonly string[]> = {
  boolean: ["boolean"],
  choice: ["select-dropdown"],
  decimal: ["input", "slider"],
  integer: ["input", "slider"],
  json: ["genie-secret", "input-code", "select-multiple-checkbox", "tags"],
  list: ["files", "list-m2m"],
  reference: ["file-image", "select-dropdown-m2o"],
  string: ["genie-secret", "input"],
  text: ["genie-secret", "input-multiline"],
  timestamp: ["datetime"],
  uuid: ["input"],
};

describe("the panel", () => {
  it.each(collections)(
    "has a name, an icon, a note, a group and a list for $name",
    (collection) => {
      const { one, many, title, template } =
        panelCollections[collection.name as keyof typeof panelCollections];
      for (const text of [one, many, title, template]) expect(text).toMatch(/\S/);
      expect(collection.about.icon).toMatch(/^[a-z_0-9]+$/);
      expect(collection.about.note).toMatch(/^[A-Z].*\.$/);
      expect(Object.keys(folders)).toContain(collection.about.group);
      const list = presets.find(
        (preset) => preset.collection === collection.name && preset.bookmark === null,
      );
      expect(list).toBeDefined();
    },
  );

  it.each(fields)("has a name and a fitting interface for $name", ({ field, panel }) => {
    expect(panel?.label).toMatch(/^[A-Z]/);
    expect(interfaces[field.kind]).toContain(panel?.look.interface);
  });

  it("names every word of a choice, and no other", () => {
    const choices = fields.filter(({ field }) => field.choices);
    expect(choices.length).toBeGreaterThan(10);
    for (const { name, field, panel } of choices) {
      expect([name, valuesOf(panel).toSorted()]).toEqual([name, field.choices?.toSorted()]);
    }
  });

  it("shows of what is sealed or hashed only that it is there", () => {
    const secret = fields.filter(
      ({ name, field }) =>
        field.sealed || /hash$|token$|canary$/.test(name.replace("perceptual_hash", "")),
    );
    expect(secret.length).toBeGreaterThan(6);
    for (const { name, panel } of secret) {
      expect([name, panel?.look.interface, panel?.look.display]).toEqual([
        name,
        "genie-secret",
        "genie-secret",
      ]);
    }
  });

  it("has a place in the form for no field that there is not", () => {
    for (const { name, fields: known } of everyCollection) {
      const placed = [...placedForm(name).fields.keys()];
      expect([name, placed.filter((field) => !(field in known))]).toEqual([name, []]);
    }
  });

  it("shows in lists only fields that there are", () => {
    for (const { collection, layout_query: query } of presets) {
      const known = everyCollection.find(({ name }) => name === collection)?.fields ?? {};
      const shown = Object.values(query).flatMap((layout) => [
        ...((layout["fields"] as string[] | undefined) ?? []),
        ...((layout["sort"] as string[] | undefined) ?? []).map((by) => by.replace("-", "")),
      ]);
      expect([collection, shown.filter((field) => !(field in known))]).toEqual([collection, []]);
    }
  });

  it("knows each shared list by its collection and name, once", () => {
    const keys = presets.map(({ collection, bookmark }) => `${collection} ${bookmark}`);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

const valuesOf = (panel: PlacedField | undefined) =>
  ((panel?.look.options?.["choices"] ?? []) as { value: string }[]).map(({ value }) => value);

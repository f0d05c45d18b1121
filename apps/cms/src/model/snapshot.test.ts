import { everyCollection, everySystemCollection, sealedFields } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { panelCollections } from "../panel/panel-collections.ts";
import { snapshot } from "./snapshot.ts";

const made = snapshot([{ collection: "directus_users", field: "id" }]);

describe("the snapshot for Directus", () => {
  it("has every collection and field, and leaves Directus' own fields as they are", () => {
    const tables = made.collections.filter((collection) => "schema" in collection);
    expect(tables.map(({ collection }) => collection)).toEqual(
      everyCollection.map(({ name }) => name),
    );
    const fields = [...everyCollection, ...everySystemCollection].flatMap(({ name, fields: all }) =>
      Object.keys(all).map((field) => `${name}.${field}`),
    );
    const named = made.fields.filter(({ meta }) => meta["interface"] !== "group-detail");
    expect(named.map(({ collection, field }) => `${collection}.${field}`)).toEqual(fields);
    expect(made.systemFields).toEqual([{ collection: "directus_users", field: "id" }]);
  });

  it("keeps no versions of what is saved as it is typed or counted, and no log of it", () => {
    const unrecorded = made.collections.filter(({ meta }) => meta.accountability === null);
    expect(unrecorded.map(({ collection }) => collection).toSorted()).toEqual([
      "conversations",
      "fan_profiles",
      "media_jobs",
      "scraped_media",
    ]);
  });

  it("keeps no revisions of secrets, and shows them in no search, form or copy", () => {
    for (const { collection, meta } of made.collections) {
      if (meta.accountability === null) continue;
      expect([collection, meta.accountability]).toEqual([
        collection,
        sealedFields.has(collection) ? "activity" : "all",
      ]);
    }
    for (const [collection, names] of sealedFields) {
      for (const { meta } of made.fields.filter(
        (field) => field.collection === collection && names.includes(field.field),
      )) {
        expect(meta).toMatchObject({
          interface: "genie-secret",
          display: "genie-secret",
          searchable: false,
        });
      }
      const { item_duplication_fields: copied } =
        made.collections.find((entry) => entry.collection === collection)?.meta ?? {};
      expect([collection, copied]).toEqual([collection, expect.any(Array)]);
      expect(copied?.filter((field) => names.includes(field))).toEqual([]);
    }
  });

  it("has no content versions and no single rows, which have rules of their own", () => {
    for (const { meta } of made.collections) {
      expect(meta).toMatchObject({ versioning: false, singleton: false });
    }
  });

  it("has a relation for each reference, with its foreign key", () => {
    const relation = made.relations.find(
      ({ collection, field }) => collection === "fan_profiles" && field === "creator_profile_id",
    );
    expect(relation).toMatchObject({
      related_collection: "creator_profiles",
      schema: { constraint_name: "fan_profiles_creator_profile_id_foreign", on_delete: "CASCADE" },
      meta: { one_field: null, sort_field: null },
    });
  });

  it("makes a list of the junction, which goes with its links", () => {
    const [here, there] = ["scheduled_posts_id", "scraped_media_id"].map((name) =>
      made.relations.find(
        ({ collection, field }) => collection === "scheduled_posts_media" && field === name,
      ),
    );
    expect(here?.meta).toMatchObject({
      one_field: "media",
      junction_field: "scraped_media_id",
      one_deselect_action: "delete",
      sort_field: "sort",
    });
    expect(there?.meta).toMatchObject({ one_field: null, junction_field: "scheduled_posts_id" });
    const list = made.fields.find(
      ({ collection, field }) => collection === "scheduled_posts" && field === "media",
    );
    expect(list).toMatchObject({ type: "alias", meta: { special: ["m2m"] } });
    expect(list).not.toHaveProperty("schema");
  });

  it("hangs each collection into a group that there is", () => {
    const names = new Set(made.collections.map(({ collection }) => collection));
    const groups = made.collections
      .filter(({ collection }) => collection in panelCollections)
      .map(({ meta }) => meta.group);
    expect(groups.length).toBe(everyCollection.length);
    expect(groups.filter((group) => group === null || !names.has(group))).toEqual([]);
  });

  it("lets nobody, administrators included, choose a word that is not in the list", () => {
    const status = made.fields.find(
      ({ collection, field }) => collection === "media_jobs" && field === "status",
    );
    expect(status?.meta).toMatchObject({
      validation: {
        _and: [{ status: { _in: ["queued", "active", "completed", "failed", "cancelled"] } }],
      },
    });
  });
});

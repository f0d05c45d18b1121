import { describe, expect, it } from "vitest";
import { permissions, policies, policiesOfRole, roles, serviceUsers } from "./access.ts";
import { ownership, sealedFields } from "./ownership.ts";
import { everyCollection, everySystemCollection, findCollection } from "./schema.ts";

const everyone = [...everyCollection, ...everySystemCollection];
const worker: string = policies.worker.id;
const ofPeople = permissions.filter(({ policy }) => policy !== worker);
const named = (list: typeof permissions) =>
  list.map((permission): [string, typeof permission] => [
    `${permission.action} ${permission.collection} of ${permission.policy}`,
    permission,
  ]);

describe("the rights", () => {
  it("are there once for each policy, collection and action", () => {
    const keys = permissions.map((p) => `${p.policy} ${p.collection} ${p.action}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(named(permissions))("%s: names its fields, never all of them", (_name, { fields }) => {
    expect(fields).not.toContain("*");
    expect(fields.filter((field, index) => fields.indexOf(field) !== index)).toEqual([]);
  });

  it.each(named(permissions))("%s: names only fields that exist", (_name, permission) => {
    const fields = findCollection(permission.collection)?.fields;
    const unknown = fields ? permission.fields.filter((field) => !(field in fields)) : [];
    expect(unknown).toEqual([]);
  });

  it.each(named(ofPeople))("%s: does not hold the owner", (_name, permission) => {
    expect(permission.fields).not.toContain("user_id");
    expect(permission.fields).not.toContain("owner");
  });

  it.each(named(ofPeople.filter(({ collection }) => ownership.has(collection))))(
    "%s: is for own rows, or makes them",
    (_name, { collection, action, permissions: rows, presets }) => {
      const { ownerField = "" } = ownership.get(collection) ?? {};
      expect(action === "create" ? presets : rows).toMatchObject(
        action === "create"
          ? { [ownerField]: "$CURRENT_USER" }
          : { [ownerField]: { _eq: "$CURRENT_USER" } },
      );
    },
  );

  it.each(named(ofPeople.filter(({ action }) => action === "read")))(
    "%s: shows no secret",
    (_name, { collection, fields }) => {
      const secrets = sealedFields.get(collection) ?? [];
      expect(fields.filter((field) => secrets.includes(field))).toEqual([]);
      expect(fields).not.toContain("hash");
      expect(fields).not.toContain("password");
    },
  );

  it("of the account are one row: the caller's own", () => {
    const account = ofPeople.filter(({ collection }) => collection === "directus_users");
    expect(account.map(({ action }) => action).toSorted()).toEqual(["read", "update"]);
    for (const { permissions: rows, fields } of account) {
      expect(rows).toEqual({ id: { _eq: "$CURRENT_USER" } });
      expect(fields).not.toContain("token");
      expect(fields).not.toContain("policies");
    }
    const update = account.find(({ action }) => action === "update");
    expect(update?.fields).not.toContain("role");
    expect(update?.fields).not.toContain("status");
    expect(update?.fields).not.toContain("email");
  });

  it("give programs neither the account nor the tokens, and readers no write", () => {
    for (const role of ["programReads", "programWrites", "programViews"] as const) {
      const ids: string[] = policiesOfRole[role].map((name) => policies[name].id);
      const granted = permissions.filter(({ policy }) => ids.includes(policy));
      const collections = granted.map(({ collection }) => collection);
      expect(collections).not.toContain("directus_users");
      expect(collections).not.toContain("api_tokens");
      const writes = granted.filter(({ action }) => action !== "read");
      expect(writes.length > 0).toBe(role === "programWrites");
    }
  });

  it("let people ask for the states of a post that are theirs to choose", () => {
    const writes = ofPeople.filter(
      ({ collection, action }) =>
        collection === "scheduled_posts" && (action === "create" || action === "update"),
    );
    expect(writes).toHaveLength(2);
    for (const { validation } of writes) {
      expect(validation).toEqual({ status: { _in: ["draft", "pending", "cancelled"] } });
    }
  });

  it("let viewers read the taxonomy and the names of actions, and nothing of anybody", () => {
    const viewer = permissions.filter(({ policy }) => policy === policies.viewer.id);
    expect(viewer.map(({ action, collection }) => `${action} ${collection}`).toSorted()).toEqual([
      "read action_flows",
      "read taxonomy_dimensions",
      "read taxonomy_mapping",
    ]);
    const flows = viewer.find(({ collection }) => collection === "action_flows");
    expect(flows?.fields).not.toContain("steps");
  });

  it("are for collections that there are", () => {
    const known: string[] = everyone.map(({ name }) => name);
    expect(permissions.filter(({ collection }) => !known.includes(collection))).toEqual([]);
  });

  it("have ids of their own", () => {
    const ids = [roles, policies, serviceUsers].flatMap((group) =>
      Object.values(group).map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

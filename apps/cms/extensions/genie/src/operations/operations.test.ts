import { flows } from "@genie/schema";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { operations } from "../api.ts";
import { operations as forms } from "../app.js";

type Form = {
  id: string;
  name: string;
  icon: string;
  description: string;
  overview: (options: object) => { label: string; text: unknown }[];
  options: { field: string; name: string; type: string; meta: { interface: string } }[];
};

const formOf = (id: string) => (forms as Form[]).find((form) => form.id === id);

describe("the operations of ours", () => {
  it("are the same in the manifest, on the server and in the panel", () => {
    const entries = manifest["directus:extension"].entries.filter(
      ({ type }) => type === "operation",
    );
    expect(entries.map(({ name }) => name)).toEqual(operations.map(({ name }) => name));
    expect(operations.map(({ config }) => config.id.replaceAll("_", "-"))).toEqual(
      operations.map(({ name }) => name),
    );
    expect((forms as Form[]).map(({ id }) => id)).toEqual(
      operations.map(({ config }) => config.id),
    );
    expect(entries.map(({ source }) => source)).toEqual(
      operations.map(({ name }) => ({
        app: `src/operations/${name}/app.js`,
        api: `src/operations/${name}/index.ts`,
      })),
    );
  });

  it.each(operations)("$name asks for every option that it reads, and no other", ({ config }) => {
    const fields = formOf(config.id)?.options.map(({ field }) => field);
    expect(fields).toEqual(Object.keys(config.options.shape));
  });

  it.each(operations)("$name says what it is and what each field is", ({ config }) => {
    const form = formOf(config.id);
    expect(form?.name).toMatch(/^[A-Z]/);
    expect(form?.icon).toMatch(/^[a-z_]+$/);
    expect(form?.description).toMatch(/\.$/);
    for (const { name, type, meta } of form?.options ?? []) {
      expect(name).toMatch(/^[A-Z]/);
      expect(type).not.toBe("");
      expect(meta.interface).not.toBe("");
    }
    const options = Object.fromEntries((form?.options ?? []).map(({ field }) => [field, "x"]));
    expect(form?.overview(options).length).toBeGreaterThan(0);
  });

  it("are the only ones that our flows use, besides Directus' own", () => {
    const known = [...operations.map(({ config }) => config.id), ...builtIn];
    const used = flows.flatMap(({ operations: steps }) => steps.map(({ type }) => type));
    expect(used.filter((type) => !known.includes(type))).toEqual([]);
  });
});

// The folders of @directus/api/dist/operations, 11.17.4.
const builtIn = [
  "condition",
  "exec",
  "item-create",
  "item-delete",
  "item-read",
  "item-update",
  "json-web-token",
  "log",
  "mail",
  "notification",
  "request",
  "sleep",
  "throw-error",
  "transform",
  "trigger",
];

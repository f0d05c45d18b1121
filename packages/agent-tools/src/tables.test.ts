import { sealedFields } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { foreignFields, ownTexts } from "./foreign-fields.ts";
import { fieldsOfList, fieldsOfRow } from "./pick-fields.ts";
import { tables } from "./tables.ts";

const everyField = [...tables.values()].flatMap(({ name, fields }) =>
  [...fields].map(([field, { kind }]) => ({ name, field, kind })),
);

describe("what may leave", () => {
  it("is no secret, of any collection, for anybody", () => {
    const secret =
      /hash$|^hash|password|token|secret|cookie|credential|canary|ticket|idempotency|tfa|filename_disk|^storage$|browser_session/;
    // The only one is the caller's own, of her request.
    expect(everyField.filter(({ field }) => secret.test(field))).toEqual([
      expect.objectContaining({ name: "scheduled_posts", field: "idempotency_key" }),
    ]);
    for (const { name, field } of everyField) {
      expect(sealedFields.get(name) ?? []).not.toContain(field);
    }
  });

  it("is nothing of collections that no person reads", () => {
    expect(tables.has("sealing_keys")).toBe(false);
    expect(tables.has("directus_sessions")).toBe(false);
    expect(tables.has("constructor")).toBe(false);
  });

  it("is sorted, text by text, into what others wrote and what is the owner's", () => {
    const texts = everyField.filter(({ kind }) => ["json", "string", "text"].includes(kind));
    const unsorted = texts.filter(
      ({ name, field }) =>
        (foreignFields[name]?.includes(field) ?? false) ===
        (ownTexts[name]?.includes(field) ?? false),
    );
    expect(unsorted).toEqual([]);
  });

  it.each([...tables.values()].map((table) => [table.name, table] as const))(
    "%s: what is shown unasked is there for everybody who sees any of it",
    (_name, table) => {
      for (const field of [...fieldsOfList(table), ...fieldsOfRow(table)]) {
        expect(table.common).toContain(field);
      }
    },
  );
});

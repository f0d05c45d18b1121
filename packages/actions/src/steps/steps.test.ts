import { randomUUID } from "node:crypto";
import { actionEffects, everyCollection, findCollection } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { collectionsFor, fieldsFor, isSecret } from "../rows/creators-rights.ts";
import { findStep, steps } from "./index.ts";

const id = randomUUID();
const url = "https://fans.example/anna";

/** For each step an input that it takes. */
const inputs: Record<keyof typeof steps, Record<string, unknown>> = {
  "read-items": { collection: "scheduled_posts" },
  "read-item": { collection: "scheduled_posts", id },
  "search-items": { collection: "scraped_media", query: "words" },
  "search-own": { query: "words" },
  "create-item": { collection: "saved_views", data: { name: "x" } },
  "update-item": { collection: "saved_views", id, data: { name: "x" } },
  "delete-item": { collection: "saved_views", id },
  "trigger-flow": { flow_id: id, collection: "creator_profiles", keys: [id] },
  "create-user": { data: { email: "a@example.com", role: "creator" } },
  "update-user": { id, data: { first_name: "A" } },
  "create-draft": { creator_profile_id: id, caption: "words" },
  "schedule-post": { post_id: id, scheduled_for: "2026-12-01T10:00:00+01:00" },
  classify: { media_id: id },
  "enqueue-job": { job_type: "teaser", media_id: id },
  notify: { subject: "Hello" },
  condition: { value: 1, is: { _eq: 1 }, otherwise: "It is not." },
  "generate-text": { prompt: "Say something." },
  summarise: { found: {}, question: "What?" },
  "http-request": { url: "https://example.com" },
  "find-account": { url },
  "browser-start": { account_id: id },
  "browser-cookie-login": { url },
  "browser-navigate": { url },
  "browser-act": { action: "click", target: { role: "button", name: "Post" } },
  "browser-extract": {},
  "browser-observe": {},
  "browser-screenshot": {},
  "browser-close": {},
};
/** Fields that take any value, or any object. */
const anything = new Set(["value", "found"]);
const every = Object.entries(steps).map(([name]) => {
  const step = findStep(name);
  if (!step) throw new Error(`${name} is not found`);
  return [name, step] as const;
});

describe("each step", () => {
  it.each(every)("%s is called as it is filed, and says what it does", (name, step) => {
    expect(step.name).toBe(name);
    expect(step.description).toMatch(/^[A-Z].{20,}\.$/);
    expect(step.timeoutMs).toBeGreaterThan(0);
    expect(step.timeoutMs).toBeLessThanOrEqual(60_000);
  });

  it.each(every)("%s takes its input, and no field besides", (name, step) => {
    const input = inputs[name as keyof typeof inputs];
    expect(step.input.safeParse(input).error?.issues ?? []).toEqual([]);
    for (const field of ["user_id", "constructor", "undefined"]) {
      expect(step.input.safeParse({ ...input, [field]: "x" }).success).toBe(false);
    }
  });

  it.each(every)("%s refuses values of other types", (name, step) => {
    const input = inputs[name as keyof typeof inputs];
    for (const field of Object.keys(input).filter((one) => !anything.has(one))) {
      for (const wrong of [null, 5, [5], { $ref: "x" }, true]) {
        expect([field, wrong, step.input.safeParse({ ...input, [field]: wrong }).success]).toEqual([
          field,
          wrong,
          false,
        ]);
      }
    }
  });

  it.each(every)(
    "%s has an effect for any input, and none harder than its hardest",
    (name, step) => {
      const { effect } = step;
      const most = typeof effect === "string" ? effect : effect.atMost;
      const now =
        typeof effect === "string"
          ? effect
          : effect.of(step.input.parse(inputs[name as keyof typeof inputs]));
      expect(actionEffects.indexOf(now)).toBeLessThanOrEqual(actionEffects.indexOf(most));
    },
  );

  it.each(every.filter(([, { effect, needs }]) => effect !== "read" && needs === undefined))(
    "%s, which changes something, says beforehand what",
    (_name, step) => {
      expect(step.preview).toBeDefined();
    },
  );

  it.each(every.filter(([, { onlyLooks }]) => onlyLooks))(
    "%s, which previews run, changes nothing and needs nothing",
    (_name, { effect, needs }) => {
      expect([effect, needs]).toEqual(["read", undefined]);
    },
  );

  it("is found by its name alone", () => {
    for (const name of ["constructor", "__proto__", "toString", ""]) {
      expect(findStep(name)).toBeUndefined();
    }
  });
});

describe("the collections that steps touch", () => {
  const writes = (["create", "update", "delete"] as const).flatMap((action) =>
    collectionsFor(action).map((collection) => `${action} ${collection}`),
  );

  it("are those that creators write, and never what guards them", () => {
    expect(writes).toContain("create scheduled_posts");
    expect(writes).toContain("update fan_profiles");
    expect(writes).toContain("delete scraped_media");
    for (const closed of [
      "action_flows",
      "agent_audits",
      "api_tokens",
      "confirmations",
      "directus_flows",
      "directus_users",
      "extension_pairings",
      "publish_attempts",
      "recovery_codes",
      "sealing_keys",
      "taxonomy_mapping",
    ]) {
      expect(writes.filter((write) => write.endsWith(` ${closed}`))).toEqual([]);
    }
    expect(writes).not.toContain("create directus_files");
    expect(collectionsFor("read")).not.toContain("api_tokens");
    expect(collectionsFor("read")).not.toContain("sealing_keys");
  });

  it("never give a secret away, nor whose a row is", () => {
    for (const collection of collectionsFor("read")) {
      const fields = fieldsFor("read", collection);
      expect(fields.filter((field) => isSecret(collection, field))).toEqual([]);
      for (const hidden of ["hash", "password", "token", "tfa_secret", "user_id"]) {
        expect(fields).not.toContain(hidden);
      }
    }
    for (const action of ["create", "update"] as const) {
      for (const collection of collectionsFor(action)) {
        const fields = fieldsFor(action, collection);
        for (const hidden of ["id", "key_id", "user_id", "owner"]) {
          expect(fields).not.toContain(hidden);
        }
      }
    }
  });

  it("are ones that there are", () => {
    const known = everyCollection.map(({ name }) => name);
    const ours = collectionsFor("read").filter((name) => !name.startsWith("directus_"));
    expect(ours.filter((name) => !known.includes(name))).toEqual([]);
    expect(findCollection("scheduled_posts")).toBeDefined();
  });
});

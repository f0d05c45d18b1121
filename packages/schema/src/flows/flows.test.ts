import { describe, expect, it } from "vitest";
import type { Flow } from "./flow.ts";
import { flows } from "./flows.ts";

const named = flows.map((flow): [string, Flow] => [flow.name, flow]);

describe("the flows", () => {
  it("have ids and names of their own", () => {
    for (const values of [flows.map(({ id }) => id), flows.map(({ name }) => name)]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it.each(named)(
    "%s: each step is reached from the first, from one step before it",
    (_name, flow) => {
      const { operations } = flow;
      const keys = operations.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const named = operations.flatMap(({ resolve, reject }) => [resolve, reject]);
      expect(named.filter((key) => key !== undefined).toSorted()).toEqual(keys.slice(1).toSorted());
      for (const [index, { resolve, reject }] of operations.entries()) {
        for (const next of [resolve, reject]) {
          expect(next === undefined || keys.indexOf(next) > index).toBe(true);
        }
      }
    },
  );

  it.each(named)(
    "%s: says what it does, in a sentence, with an icon and a colour",
    (_name, flow) => {
      expect(flow.description).toMatch(/^[A-Z].*\.$/);
      expect(flow.icon).toMatch(/^[a-z_]+$/);
      expect(flow.color).toMatch(/^#[0-9a-f]{6}$/);
      for (const { name } of flow.operations) expect(name).toMatch(/^[A-Z]/);
    },
  );

  it.each(named.filter(([, { trigger }]) => trigger === "webhook"))(
    "%s: strangers can start it, so its first step asks for the secret, and nothing leaks",
    (_name, { operations, options }) => {
      expect(operations[0]?.type).toBe("check_secret");
      expect(operations[0]?.reject).toBeUndefined();
      expect(options).toMatchObject({ async: false, error_on_reject: true });
      expect(options).not.toHaveProperty("return", "$all");
    },
  );

  it.each(named.filter(([, { openToCreators }]) => openToCreators))(
    "%s: creators start it with a button, on rows that they chose",
    (_name, flow) => {
      expect(flow.trigger).toBe("manual");
      expect(flow.options).toMatchObject({ requireSelection: true, error_on_reject: true });
    },
  );
});

import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { stopInOrder } from "./stop-in-order.ts";

async function orderOf(needs: Record<string, readonly string[]>): Promise<string[]> {
  const order: string[] = [];
  const services = Object.entries(needs).map(([name, its]) => ({
    name,
    needs: its,
    stop: async () => {
      order.push(`${name} stops`);
      await turn();
      order.push(`${name} has stopped`);
    },
  }));
  await stopInOrder(services);
  return order;
}

describe("stopInOrder", () => {
  it("stops a service after all that need it, whatever the order of their starts", async () => {
    const order = await orderOf({
      postgres: [],
      worker: ["directus", "browser"],
      browser: [],
      directus: ["postgres"],
    });
    expect(order[0]).toBe("worker stops");
    expect(order.indexOf("browser stops")).toBeGreaterThan(order.indexOf("worker has stopped"));
    expect(order.indexOf("directus stops")).toBeGreaterThan(order.indexOf("worker has stopped"));
    expect(order.indexOf("postgres stops")).toBeGreaterThan(order.indexOf("directus has stopped"));
    expect(order).toHaveLength(8);
  });

  it("stops at once what does not need each other", async () => {
    const order = await orderOf({ one: [], other: ["gone"] });
    expect(order.slice(0, 2)).toEqual(["one stops", "other stops"]);
  });
});

import { describe, expect, it } from "vitest";
import { listInstances } from "./instances.ts";
import { parseSettings } from "./settings.ts";

describe("listInstances", () => {
  const settings = parseSettings({ WORKER_INSTANCES: "2", BROWSER_INSTANCES: "2" }, "/srv/genie");

  it("names each of a list of addresses", () => {
    const urls = "http://127.0.0.1:4100,http://127.0.0.1:4200";
    expect(listInstances(settings, "browser", urls)).toEqual([
      { name: "browser", url: "http://127.0.0.1:4100" },
      { name: "browser-2", url: "http://127.0.0.1:4200" },
    ]);
  });

  it("finds the others by the first one's port, and one alone where there are no others", () => {
    expect(listInstances(settings, "worker", "http://127.0.0.1:3003")).toEqual([
      { name: "worker", url: "http://127.0.0.1:3003" },
      { name: "worker-2", url: "http://127.0.0.1:3013" },
    ]);
    expect(listInstances(settings, "mcp", "http://127.0.0.1:3004")).toEqual([
      { name: "mcp", url: "http://127.0.0.1:3004" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { stackAddresses } from "./addresses.ts";
import { usualPorts } from "./ports.ts";
import { parseSettings } from "./settings.ts";

const ports = { ...usualPorts, dashboard: 3105, directus: 8060 };

describe("stackAddresses", () => {
  it.each([
    [{}, "http://localhost:3105"],
    [{ DASHBOARD_URL: "https://genie.example.com" }, "https://genie.example.com"],
    [{ PUBLIC_URL: "https://genie.example.com/api/directus" }, "https://genie.example.com"],
  ])("with %j the dashboard is at %s and Directus below it", (env, dashboard) => {
    const settings = parseSettings(env, "/srv/genie");
    expect(stackAddresses(settings, ports, { sandbox: false })).toEqual({
      dashboard,
      directus: "http://127.0.0.1:8060",
      eachDirectus: "http://127.0.0.1:8060",
      public: `${dashboard}/api/directus`,
      browser: "http://127.0.0.1:3002",
      worker: "http://127.0.0.1:3003",
      mcp: "http://127.0.0.1:3004",
      sandbox: null,
      mailbox: null,
    });
  });

  it("every instance of a service is named", () => {
    const several = { WORKER_INSTANCES: "2", BROWSER_INSTANCES: "2" };
    const settings = parseSettings(several, "/srv/genie");
    expect(stackAddresses(settings, ports, { sandbox: false })).toMatchObject({
      browser: "http://127.0.0.1:3002,http://127.0.0.1:3012",
      worker: "http://127.0.0.1:3003,http://127.0.0.1:3013",
    });
  });

  it("the sandbox has a name of its own, so that its cookies are not the dashboard's", () => {
    const { sandbox } = stackAddresses(parseSettings({}, "/srv/genie"), ports, { sandbox: true });
    expect(sandbox).toBe("http://sandbox.localhost:3200");
  });
});

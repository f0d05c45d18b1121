import { describe, expect, it } from "vitest";
import { stackAddresses } from "./addresses.ts";
import { parseSettings } from "./settings.ts";

const ports = { dashboard: 3105, directus: 8060, postgres: 54_329 };

describe("stackAddresses", () => {
  it.each([
    [{}, "http://localhost:3105"],
    [{ DASHBOARD_URL: "https://genie.example.com" }, "https://genie.example.com"],
    [{ PUBLIC_URL: "https://genie.example.com/api/directus" }, "https://genie.example.com"],
  ])("with %j the dashboard is at %s and Directus below it", (env, dashboard) => {
    expect(stackAddresses(parseSettings(env, "/srv/genie"), ports)).toEqual({
      dashboard,
      directus: "http://127.0.0.1:8060",
      public: `${dashboard}/api/directus`,
    });
  });
});

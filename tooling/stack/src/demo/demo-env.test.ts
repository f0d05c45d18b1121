import { expect, it } from "vitest";
import { demoEnv } from "./demo-env.ts";

it("takes nothing that leads to an installation of the operator's", () => {
  const file = {
    DATABASE_URL: "postgresql://db/genie",
    SEALING_KEYS: "1:x",
    DASHBOARD_PORT: "3100",
    GENIE_DATA_DIR: "/srv/genie",
    CHROMIUM_PATH: "/opt/chromium",
    HTTPS_PROXY: "http://proxy",
  };
  const command = { REDIS_URL: "redis://redis", DASHBOARD_PORT: "4000", PATH: "/bin" };
  expect(demoEnv(file, command, "/srv/genie/demo")).toEqual({
    GENIE_DATA_DIR: "/srv/genie/demo",
    CHROMIUM_PATH: "/opt/chromium",
    HTTPS_PROXY: "http://proxy",
    DASHBOARD_PORT: "4000",
    PATH: "/bin",
  });
});

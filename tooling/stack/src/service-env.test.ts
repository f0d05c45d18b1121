import { describe, expect, it } from "vitest";
import { inheritedEnv } from "./service-env.ts";

describe("inheritedEnv", () => {
  it("hands on what is the operator's own", () => {
    expect(inheritedEnv({ SSL_CERT_FILE: "/etc/ca.pem", HOME: "/home/ada" })).toMatchObject({
      SSL_CERT_FILE: "/etc/ca.pem",
      HOME: "/home/ada",
    });
  });

  it.each(["SEALING_KEYS", "DIRECTUS_ADMIN_TOKEN", "DATABASE_URL", "npm_config_cache", "NODE_ENV"])(
    "keeps %s back",
    (name) => {
      expect(inheritedEnv({ [name]: "x" })).not.toHaveProperty(name);
    },
  );
});

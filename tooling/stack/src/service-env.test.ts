import { describe, expect, it } from "vitest";
import { inheritedEnv } from "./service-env.ts";

describe("inheritedEnv", () => {
  it("hands on what is the operator's own", () => {
    expect(inheritedEnv({ EMAIL_SMTP_HOST: "mail", HOME: "/home/ada" })).toMatchObject({
      EMAIL_SMTP_HOST: "mail",
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

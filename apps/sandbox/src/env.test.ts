import { expect, it } from "vitest";
import { readEnv } from "./env.ts";

const least = { SANDBOX_DATA_DIR: "/tmp/x", SANDBOX_ADMIN_TOKEN: "x".repeat(32) };

it("a folder and a token are enough", () => {
  expect(readEnv(least)).toMatchObject({ SANDBOX_HOST: "127.0.0.1", SANDBOX_PORT: 3200 });
});

it("the sandbox listens on this machine only", () => {
  expect(() => readEnv({ ...least, SANDBOX_HOST: "0.0.0.0" })).toThrow(
    "SANDBOX_HOST: must be an address of this machine only",
  );
});

it("one sentence names everything that is wrong", () => {
  expect(() => readEnv({ SANDBOX_PORT: "70000" })).toThrow(
    /SANDBOX_PORT: .+; SANDBOX_DATA_DIR: .+; SANDBOX_ADMIN_TOKEN: /,
  );
});

import { describe, expect, it } from "vitest";
import { isSecretName, maskSecrets } from "./mask-secrets.ts";

describe("secrets", () => {
  it.each(["password", "pwd", "user_pwd", "PIN", "otp", "private_key", "apiKey", "key", "api key"])(
    "are told by their name: %s",
    (name) => {
      expect(isSecretName(name)).toBe(true);
    },
  );

  it.each(["footprint", "spinning", "monkey", "keys", "caption", "pinned"])("are no %s", (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  it("are masked wherever they are, and the rest stays", () => {
    const token = `ght_${"a".repeat(30)}`;
    expect(maskSecrets({ a: [{ pwd: "x", note: `Use ${token} now` }], n: 1, no: null })).toEqual({
      a: [{ pwd: "(not shown)", note: "Use (not shown) now" }],
      n: 1,
      no: null,
    });
  });

  it("at any depth are nobody's", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(JSON.stringify(maskSecrets(deep))).toContain("…");
  });
});

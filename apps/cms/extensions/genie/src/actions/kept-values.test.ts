import { describe, expect, it } from "vitest";
import { isSecretName, keptParams, keptResult } from "./kept-values.ts";

describe("what is kept of a run", () => {
  it("is what was given, without what looks like a secret, at any depth", () => {
    const kept = keptParams(
      {
        caption: "Golden hour",
        password: "hunter2",
        data: { api_key: "k", list: [{ sessionId: "s" }, `say ght_${"a".repeat(30)}`] },
        note: "Bearer abcdefghijkl",
        count: 3,
        none: null,
      },
      "write",
    );
    expect(kept).toEqual({
      caption: "Golden hour",
      password: "(not kept)",
      data: { api_key: "(not kept)", list: [{ sessionId: "(not kept)" }, "(not kept)"] },
      note: "(not kept)",
      count: 3,
      none: null,
    });
  });

  it("is the names of fields alone where an account is connected", () => {
    expect(keptParams({ username: "her", words: ["x"] }, "connect")).toEqual({
      username: "(not kept)",
      words: "(not kept)",
    });
    expect(keptResult({ id: "1", email: "her@example.com" }, "connect")).toEqual({
      id: "1",
      email: "(not kept)",
    });
  });

  it("is no more than fits", () => {
    const long = keptParams({ caption: "x".repeat(5000) }, "write");
    expect(String(long["caption"]).length).toBeLessThan(2100);
    const many = Array.from({ length: 2000 }, (_, index) => [`field${index}`, "x".repeat(100)]);
    const kept = keptParams(Object.fromEntries(many), "write");
    expect(JSON.stringify(kept).length).toBeLessThan(4000);
    expect(
      keptResult(
        Array.from({ length: 5000 }, () => "word word"),
        "read",
      ),
    ).toEqual({
      too_large_to_keep: true,
    });
  });

  it("knows names of secrets, and leaves others alone", () => {
    for (const name of ["Password", "api_key", "refreshToken", "Credentials", "cookies", "otp"]) {
      expect([name, isSecretName(name)]).toEqual([name, true]);
    }
    for (const name of ["caption", "Notes", "option", "status"]) {
      expect([name, isSecretName(name)]).toEqual([name, false]);
    }
  });
});

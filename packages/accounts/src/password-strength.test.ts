import { describe, expect, it } from "vitest";
import { passwordTooShort } from "./password-length.ts";
import { findWeakness, rateStrength } from "./password-strength.ts";

const who = { email: "Ann.Lee@example.com", displayName: "Ann Lee" };

describe("findWeakness", () => {
  it.each(["plum orbit tractor sleeve", "vK8#qTz2mW!r", "Grüße aus dem blauen Salzstock"])(
    "%s will do",
    async (password) => {
      expect(await findWeakness(password, who)).toBeNull();
    },
  );

  it.each([
    ["short1!", passwordTooShort],
    ["😀😀😀😀😀", passwordTooShort],
    ["x".repeat(129), /at most 128/],
    ["my-ann.lee-secret-2093", /your e-mail name/],
    ["ANN.LEE@example.com", /your e-mail name/],
  ])("%s is refused with its reason", async (password, sentence) => {
    expect(await findWeakness(password, who)).toMatch(sentence);
  });

  it.each([
    "password123",
    "qwertyuiop",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "P@ssw0rd2024",
    "iloveyou1234",
  ])("%s is refused as guessable, with what would be right", async (password) => {
    expect(await findWeakness(password, who)).toMatch(/Use three or four unrelated words/);
  });

  it("does not mind a short local part inside a strong password", async () => {
    const jo = { email: "jo@example.com" };
    expect(await findWeakness("jolly plum orbit tractor", jo)).toBeNull();
  });

  it("rates what will do above what won't", async () => {
    const [weak, strong] = await Promise.all([
      rateStrength("iloveyou1234", who),
      rateStrength("plum orbit tractor sleeve", who),
    ]);
    expect(strong.score).toBeGreaterThan(weak.score);
  });
});

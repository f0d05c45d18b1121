import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { checkPassword } from "./check-password.ts";

const messages = messagesFor(defaultLocale);
const who = { email: "ann.lee@example.com", displayName: "Ann Lee" };

describe("checkPassword", () => {
  it.each(["plum orbit tractor sleeve", "vK8#qTz2mW!r", "Grüße aus dem blauen Salzstock"])(
    "%s will do",
    (password) => {
      expect(checkPassword(password, who, messages)).toBeUndefined();
    },
  );

  it.each([
    ["short1!", messages.registration.passwordTooShort],
    ["😀😀😀😀😀", messages.registration.passwordTooShort],
    ["x".repeat(129), messages.registration.passwordTooLong],
    ["my-ann.lee-secret-2093", messages.registration.passwordHasEmail],
    ["ANN.LEE@example.com", messages.registration.passwordHasEmail],
  ])("%s is refused with its reason", (password, sentence) => {
    expect(checkPassword(password, who, messages)).toBe(sentence);
  });

  it.each([
    "password123",
    "qwertyuiop",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "P@ssw0rd2024",
    "iloveyou1234",
  ])("%s is refused as guessable, with what would be right", (password) => {
    expect(checkPassword(password, who, messages)).toMatch(/Use three or four unrelated words/);
  });

  it("does not mind a short local part inside a strong password", () => {
    const jo = { email: "jo@example.com" };
    expect(checkPassword("jolly plum orbit tractor", jo, messages)).toBeUndefined();
  });
});

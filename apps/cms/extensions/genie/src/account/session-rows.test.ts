import { describe, expect, it } from "vitest";
import { chainsOf, type SessionRow } from "./session-rows.ts";

const row = (token: string, next_token: string | null = null): SessionRow => ({
  token,
  next_token,
  expires: new Date(),
  ip: null,
  user_agent: null,
});
const named = (rows: SessionRow[]) =>
  chainsOf(rows).map(({ tokens, isWhole }) => [tokens.join(" "), isWhole]);

describe("devices", () => {
  it("are one however often their session was renewed", () => {
    expect(named([row("a", "b"), row("b", "c"), row("c"), row("x")])).toEqual([
      ["c b a", true],
      ["x", true],
    ]);
  });

  it("that are being renewed name a session that is not there yet", () => {
    expect(named([row("a", "b"), row("b", "c")])).toEqual([["b a", false]]);
  });
});

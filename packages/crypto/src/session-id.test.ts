import { expect, it } from "vitest";
import { sessionId } from "./session-id.ts";

it("the name of a session is SHA-256 of its token in hex (FIPS 180-2, appendix B.1)", () => {
  expect(sessionId("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

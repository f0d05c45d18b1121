import { expect, it } from "vitest";
import { consentText } from "./consent-text.ts";

it("names each cookie with its sites, and the server that gets it", () => {
  const text = consentText(
    { name: "Fans", cookies: ["sid", "auth"], hosts: ["fans.example:443", "*.fans.example"] },
    "https://genie.example",
  );
  expect(text.title).toBe("Hand your session on Fans over?");
  expect(text.cookies).toEqual([
    "sid, of fans.example and all below fans.example",
    "auth, of fans.example and all below fans.example",
  ]);
  expect(text.destination).toBe("https://genie.example");
});

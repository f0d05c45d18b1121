import { expect, it } from "vitest";
import { pairingLink, readPairingLink } from "./pairing-link.ts";

it("a pairing link is read as it was made", () => {
  const link = pairingLink("http://127.0.0.1:3000", "7KQ2MX9TAB");
  expect(readPairingLink(` ${link}\n`)).toEqual({
    origin: "http://127.0.0.1:3000",
    code: "7KQ2MX9TAB",
  });
});

it.each([
  "",
  "7KQ2M-X9TAB",
  "https://genie.example",
  "https://genie.example/#pair=7KQ2M",
  "javascript:alert(1)#pair=7KQ2MX9TAB",
])("%j is no pairing link", (text) => {
  expect(readPairingLink(text)).toBeNull();
});

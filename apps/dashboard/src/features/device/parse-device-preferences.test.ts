import { describe, expect, it } from "vitest";
import { deviceCookieText } from "./device-preferences.ts";
import { parseDevicePreferences } from "./parse-device-preferences.ts";

const defaults = {
  theme: "system",
  privateMode: false,
  singleKeys: true,
  libraryView: "grid",
  libraryOrder: "newest",
};

describe("parseDevicePreferences", () => {
  it.each([undefined, "", "{", "null", "[]", '"x"', '{"theme":"purple","privateMode":"yes"}'])(
    "%s gives the defaults",
    (cookie) => {
      expect(parseDevicePreferences(cookie)).toEqual(defaults);
    },
  );

  it("reads back what it wrote", () => {
    const chosen = {
      theme: "dark",
      privateMode: true,
      singleKeys: false,
      libraryView: "list",
      libraryOrder: "likes",
    } as const;
    const [pair = ""] = deviceCookieText(chosen).split(";");
    expect(parseDevicePreferences(decodeURIComponent(pair.split("=")[1] ?? ""))).toEqual(chosen);
  });
});

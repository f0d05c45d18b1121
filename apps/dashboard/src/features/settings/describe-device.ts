import { parse } from "bowser";

export type DeviceKind = "computer" | "phone" | "program" | "tablet";

export type DeviceWords = {
  /** "Firefox on Windows" */
  browserOn: (browser: string, system: string) => string;
  program: (name: string) => string;
  unknown: string;
};

const longest = 40;

/** What a device is, from what its browser or program calls itself. */
export function describeDevice(
  userAgent: string | null,
  words: DeviceWords,
): { kind: DeviceKind; name: string } {
  if (userAgent === null || userAgent.trim() === "") {
    return { kind: "program", name: words.unknown };
  }
  const { browser, os, platform } = parse(userAgent);
  const system =
    platform.model === "iPhone" || platform.model === "iPad" ? platform.model : os.name;
  if (!browser.name || !system) {
    const [name = ""] = userAgent.trim().split(/[\s/(;]/);
    return { kind: "program", name: words.program(name.slice(0, longest)) };
  }
  return {
    kind: kinds[platform.type ?? ""] ?? "computer",
    name: words.browserOn(browser.name, system),
  };
}

const kinds: Record<string, DeviceKind> = { mobile: "phone", tablet: "tablet" };

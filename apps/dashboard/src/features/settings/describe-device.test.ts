import { describe, expect, it } from "vitest";
import { describeDevice } from "./describe-device.ts";

const words = {
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  program: (name: string) => `A program (${name})`,
  unknown: "An unknown device",
};

describe("a device", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
      "computer",
      "Chrome on Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
      "computer",
      "Microsoft Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      "phone",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1",
      "tablet",
      "Safari on iPad",
    ],
    [
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
      "phone",
      "Chrome on Android",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0",
      "computer",
      "Firefox on macOS",
    ],
    ["curl/8.5.0", "program", "A program (curl)"],
    ["node", "program", "A program (node)"],
    ["", "program", "An unknown device"],
    [null, "program", "An unknown device"],
  ])("that calls itself %j is a %s: %s", (userAgent, kind, name) => {
    expect(describeDevice(userAgent, words)).toEqual({ kind, name });
  });

  it("that calls itself something endless gets no endless name", () => {
    expect(describeDevice("x".repeat(1024), words).name.length).toBeLessThan(60);
  });
});

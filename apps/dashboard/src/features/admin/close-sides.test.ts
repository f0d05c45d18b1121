import { describe, expect, it } from "vitest";
import { closeSides } from "./close-sides.ts";

function storageWith(values: Record<string, string>) {
  const kept = new Map(Object.entries(values));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe("closeSides", () => {
  it.each([
    [390, { "nav-bar-collapsed": "true", "sidebar-collapsed": "true" }],
    [1440, { "sidebar-collapsed": "true" }],
    [1920, {}],
  ])("closes at %i px what would cover the page", (widthPx, expected) => {
    const storage = storageWith({});
    closeSides(storage, widthPx);
    expect(Object.fromEntries(storage.kept)).toEqual(expected);
  });

  it("leaves what somebody has opened", () => {
    const storage = storageWith({ "nav-bar-collapsed": "false", "sidebar-collapsed": "false" });
    closeSides(storage, 390);
    expect([...storage.kept.values()]).toEqual(["false", "false"]);
  });
});

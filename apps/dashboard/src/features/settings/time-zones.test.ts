import { describe, expect, it } from "vitest";
import { isTimeZone, timeZonesByRegion, zoneName } from "./time-zones.ts";

describe("time zones", () => {
  it("groups every zone once by its region", () => {
    const regions = timeZonesByRegion();
    expect(regions.get("UTC")).toEqual(["UTC"]);
    expect(regions.get("Europe")).toContain("Europe/Berlin");
    const all = [...regions.values()].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ["Europe/Berlin", "Berlin"],
    ["America/Argentina/Buenos_Aires", "Argentina, Buenos Aires"],
    ["UTC", "UTC"],
  ])("%s reads %s", (zone, name) => {
    expect(zoneName(zone)).toBe(name);
  });

  it("knows what is no time zone", () => {
    expect(isTimeZone("Europe/Berlin")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
  });
});

/** The zones that this machine knows, by region. */
export function timeZonesByRegion(): Map<string, string[]> {
  const regions = new Map<string, string[]>();
  for (const zone of ["UTC", ...Intl.supportedValuesOf("timeZone").filter((z) => z !== "UTC")]) {
    const region = zone.split("/")[0] ?? zone;
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return regions;
}

/** "America/Argentina/Buenos_Aires" as people read it: "Argentina, Buenos Aires". */
export function zoneName(zone: string): string {
  return zone.split("/").slice(1).join(", ").replaceAll("_", " ") || zone;
}

export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

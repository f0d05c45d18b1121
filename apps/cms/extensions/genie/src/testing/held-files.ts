import { readdirSync, readlinkSync } from "node:fs";

/** Files, by the beginning of their paths, that some program holds open: they take their room also when they are removed. */
export const heldFiles = (start: string): string[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => descriptorsOf(pid))
    .filter((place) => place.startsWith(start));

/** What a program has open. It may end meanwhile, close something, or be another user's. */
function descriptorsOf(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  return orNone(() => readdirSync(folder)).flatMap((name) =>
    orNone(() => [readlinkSync(`${folder}/${name}`)]),
  );
}

function orNone(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}

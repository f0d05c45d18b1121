import type { z } from "zod";

type Place = Pick<Storage, "getItem" | "removeItem" | "setItem">;

/**
 * Where something waits on this device, under a name, until it is saved. A device that stores nothing costs only
 * what a closed page would lose.
 */
export function keptHere<Value>(place: Place, name: string, shape: z.ZodType<Value>) {
  return {
    /** What waits; null when nothing does, or nothing of this shape. */
    read: (): Value | null => {
      try {
        return shape.parse(JSON.parse(place.getItem(name) ?? ""));
      } catch {
        return null;
      }
    },
    /** Whether it could be stored. */
    keep: (value: Value): boolean => attempt(() => place.setItem(name, JSON.stringify(value))),
    forget: (): void => void attempt(() => place.removeItem(name)),
  };
}

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    // Storage is full or forbidden; what was to be kept is on the page all the same.
    return false;
  }
}

import type { Payload } from "../directus.ts";

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isObject = (value: unknown): value is Payload =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The existing row that a reference names, by its id or as an object with it; null for a new one. */
export function idIn(value: unknown): string | null {
  const id = isObject(value) ? value["id"] : value;
  return typeof id === "string" && uuidPattern.test(id) ? id : null;
}

type Link = { id: string; target: unknown };

/**
 * What a list of links holds after a write, in the forms that Directus takes: all of them, or what
 * to create, change and delete. `field` names the target in a link.
 */
export function targetsAfter(written: unknown, stored: readonly Link[], field: string): unknown[] {
  if (written === undefined) return stored.map(({ target }) => target);
  const storedBy = new Map(stored.map(({ id, target }) => [id, target]));
  if (written === null || Array.isArray(written)) {
    return (written ?? []).map((link: unknown) => targetOf(link, storedBy, field));
  }
  if (!isObject(written)) return [];
  const updated = new Map(listIn(written["update"]).map((link) => [idIn(link), link]));
  const deleted = new Set(listIn(written["delete"]).map(idIn));
  return [
    ...stored
      .filter(({ id }) => !deleted.has(id))
      .map(({ id }) => targetOf(updated.get(id) ?? id, storedBy, field)),
    ...listIn(written["create"]).map((link) => targetOf(link, storedBy, field)),
  ];
}

function targetOf(link: unknown, stored: ReadonlyMap<string, unknown>, field: string): unknown {
  const written = isObject(link) ? link[field] : undefined;
  return written ?? stored.get(idIn(link) ?? "");
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

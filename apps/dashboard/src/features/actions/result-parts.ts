import { type Thing, thingHref } from "./thing-href.ts";

/** What an action answered, in pieces that can be shown. `name` is as the action called it. */
export type ResultPart =
  | { kind: "text"; name: string | null; text: string }
  | { kind: "fact"; name: string; value: boolean | number | string }
  | { kind: "thing"; thing: Thing }
  | { kind: "list"; name: string | null; items: ResultItem[]; left: number }
  | { kind: "group"; name: string; parts: ResultPart[] };

export type ResultItem = { text: string; thing: Thing | null };

const mostItems = 10;
const deepest = 3;
const shortText = 60;

/** Takes whatever a step answered apart: words first, then what it is about, then the rest. */
export function resultParts(value: unknown, name: string | null = null, depth = 0): ResultPart[] {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value === "string") return [textPart(name, value)];
  if (typeof value === "number" || typeof value === "boolean") {
    return name === null
      ? [{ kind: "text", name, text: String(value) }]
      : [{ kind: "fact", name, value }];
  }
  if (Array.isArray(value)) return [listPart(name, value)];
  if (typeof value !== "object" || depth > deepest) return [];
  const row = value as Record<string, unknown>;
  const own = ownThing(row, name);
  const parts = Object.entries(row).flatMap(([key, one]) => partsOf(key, one, depth));
  return [...(own === null ? [] : [{ kind: "thing" as const, thing: own }]), ...parts].toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
}

const order: readonly ResultPart["kind"][] = ["text", "thing", "list", "fact", "group"];

function partsOf(key: string, value: unknown, depth: number): ResultPart[] {
  const thing = thingHref(key, value);
  if (thing !== null) return [{ kind: "thing", thing }];
  if (isHidden(key, value)) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return resultParts(value, key, depth + 1);
  }
  const parts = resultParts(value, key, depth + 1);
  return parts.length === 0 ? [] : [{ kind: "group", name: key, parts }];
}

/** An id that leads nowhere says nothing to anybody. */
function isHidden(key: string, value: unknown): boolean {
  return key === "collection" || ((key === "id" || key.endsWith("_id")) && isId(value));
}

function isId(value: unknown): boolean {
  return typeof value === "string" && /^[\da-f-]{36}$/i.test(value);
}

function ownThing(row: Record<string, unknown>, name: string | null): Thing | null {
  const collection = typeof row["collection"] === "string" ? row["collection"] : name;
  return collection === null ? null : thingHref(collection, row["id"]);
}

function textPart(name: string | null, text: string): ResultPart {
  const isShort = name !== null && text.length <= shortText && !text.includes("\n");
  return isShort ? { kind: "fact", name, value: text } : { kind: "text", name, text };
}

function listPart(name: string | null, rows: readonly unknown[]): ResultPart {
  const items = rows.slice(0, mostItems).map((row) => itemOf(row, name));
  return { kind: "list", name, items, left: Math.max(0, rows.length - mostItems) };
}

const words = [
  "label",
  "caption",
  "title",
  "name",
  "display_name",
  "username",
  "subject",
  "slug",
  "text",
  "notes",
  "status",
];

function itemOf(row: unknown, name: string | null): ResultItem {
  if (typeof row !== "object" || row === null) return { text: String(row), thing: null };
  const fields = row as Record<string, unknown>;
  const others = Object.entries(fields).filter(([key, value]) => !isHidden(key, value));
  const candidates = [...words.map((word) => fields[word]), ...others.map(([, value]) => value)];
  const found = candidates.find((word) => typeof word === "string" && word !== "");
  return {
    text: typeof found === "string" ? found : "",
    thing: ownThing(fields, name),
  };
}

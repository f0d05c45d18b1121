import { fieldsFor, targetOf } from "./creators-rights.ts";

type Query = {
  collection: string;
  fields?: readonly string[] | undefined;
  filter?: Record<string, unknown> | undefined;
  sort?: readonly string[] | undefined;
};

const deepest = 6;
const grouping = new Set(["_and", "_or"]);
const ofMany = new Set(["_some", "_none"]);
const operators = new Set(
  ["eq", "in", "null", "empty", "contains", "icontains", "between"]
    .concat(["starts_with", "istarts_with", "ends_with", "iends_with"])
    .flatMap((name) => [`_${name}`, `_n${name}`])
    .concat(["_neq", "_lt", "_lte", "_gt", "_gte"]),
);

/** What a query asks for that no step may read, a sentence each. */
export function problemsOfQuery({ collection, fields = [], filter, sort = [] }: Query): string[] {
  const asked = [...fields, ...sort.map((field) => field.replace(/^-/, ""))];
  return [
    ...asked.flatMap((field) => problemOfField(collection, field.split("."))),
    ...(filter === undefined ? [] : problemsOfFilter(collection, filter, 0)),
  ];
}

/** Fields of a row that no step may write there, a sentence each. */
export const problemsOfData = (
  action: "create" | "update",
  collection: string,
  data: Record<string, unknown>,
): string[] =>
  Object.keys(data)
    .filter((field) => !fieldsFor(action, collection).includes(field))
    .map((field) => {
      const verb = action === "create" ? "set" : "changed";
      return `"${field.slice(0, 64)}" can't be ${verb} in ${collection}; these can: ${fieldsFor(action, collection).join(", ")}`;
    });

function problemOfField(collection: string, [field = "", ...deeper]: readonly string[]): string[] {
  if (!fieldsFor("read", collection).includes(field)) return [notThere(collection, field)];
  if (deeper.length === 0) return [];
  const target = targetOf(collection, field);
  return target === undefined || deeper.length > deepest
    ? [`"${field}" of ${collection} leads to no other row`]
    : problemOfField(target, deeper);
}

function problemsOfFilter(collection: string, filter: unknown, depth: number): string[] {
  if (!isRecord(filter)) return ["a filter is an object of fields, each with operators"];
  if (depth > deepest) return ["a filter goes too deep"];
  return Object.entries(filter).flatMap(([key, value]) => {
    if (grouping.has(key)) {
      return Array.isArray(value)
        ? value.flatMap((one) => problemsOfFilter(collection, one, depth + 1))
        : [`${key} takes a list of filters`];
    }
    if (!fieldsFor("read", collection).includes(key)) return [notThere(collection, key)];
    return problemsOfTest(collection, key, value, depth);
  });
}

/** What stands after a field: operators, or the fields of the row that it leads to. */
function problemsOfTest(collection: string, field: string, test: unknown, depth: number): string[] {
  if (!isRecord(test)) return [`"${field}" needs an operator, such as {"_eq": …}`];
  const target = targetOf(collection, field);
  return Object.entries(test).flatMap(([key, value]) => {
    if (operators.has(key)) {
      return isPlain(value) ? [] : [`${key} of "${field}" takes a value or a list of values`];
    }
    if (target === undefined) return [`there is no "${key.slice(0, 64)}" to ask of "${field}"`];
    return problemsOfFilter(target, ofMany.has(key) ? value : { [key]: value }, depth + 1);
  });
}

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((one) => !isObject(one)) : !isObject(value);

const isObject = (value: unknown) => typeof value === "object" && value !== null;

const notThere = (collection: string, field: string): string =>
  `there is no "${field.slice(0, 64)}" to read in ${collection}; there are ${fieldsFor("read", collection).join(", ")}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

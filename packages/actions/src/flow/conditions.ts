import { AppError } from "@genie/errors";
import { z } from "zod";
import { lookUp, type Reference, referencesIn, type Scope, wholeReference } from "./references.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Ordered = (difference: number) => boolean;

const ordered =
  (fits: Ordered) =>
  (value: unknown, than: unknown): boolean => {
    const difference = compare(value, than);
    return difference !== null && fits(difference);
  };

/** What a value can be asked, as Directus' filters call it. */
const operators = {
  _eq: (value, than) => isSame(value, than),
  _neq: (value, than) => !isSame(value, than),
  _in: (value, than) => Array.isArray(than) && than.some((one) => isSame(value, one)),
  _nin: (value, than) => Array.isArray(than) && !than.some((one) => isSame(value, one)),
  _gt: ordered((difference) => difference > 0),
  _gte: ordered((difference) => difference >= 0),
  _lt: ordered((difference) => difference < 0),
  _lte: ordered((difference) => difference <= 0),
  _null: (value, than) => (value === null) === (than !== false),
  _nnull: (value, than) => (value !== null) === (than !== false),
  _contains: (value, than) =>
    Array.isArray(value)
      ? value.some((one) => isSame(one, than))
      : typeof value === "string" && typeof than === "string" && value.includes(than),
} as const satisfies Record<string, (value: unknown, than: unknown) => boolean>;

const names = Object.keys(operators).join(", ");

/** Operators that a value is held against; all of them have to fit. */
export const Test = z
  .record(z.string(), z.unknown())
  .refine((test) => problemOfTest(test) === null, {
    error: ({ input }) => problemOfTest(input) ?? "is no test",
  });

/** Whether a value fits all operators. A value that is not there is null. */
export const fits = (value: unknown, test: Record<string, unknown>): boolean =>
  Object.entries(test).every(([name, than]) => operatorOf(name)?.(value ?? null, than) ?? false);

/**
 * Whether a step's `when` holds. What a reference does not find is null. Throws `conflict` when the
 * condition can't be read.
 */
export function holds(condition: Record<string, unknown>, scope: Scope): boolean {
  const [problem] = problemsOfCondition(condition);
  if (problem !== undefined) {
    throw new AppError("conflict", `A condition of this flow can't be read: ${problem}.`);
  }
  return isTrue(condition, scope);
}

/** What of a condition can't be read, in words without a stop. */
export function problemsOfCondition(condition: unknown, depth = 0): string[] {
  if (!isRecord(condition)) return ["it is an object of references, each with operators"];
  if (depth > deepest) return ["it goes too deep"];
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === "_and" || key === "_or") {
      return Array.isArray(value)
        ? value.flatMap((one) => problemsOfCondition(one, depth + 1))
        : [`${key} takes a list of conditions`];
    }
    if (!wholeReference(key)) return [`"${key}" is no reference, such as $input.url`];
    const problem = problemOfTest(value);
    return problem === null ? [] : [`${key}: ${problem}`];
  });
}

/** Every reference that a condition looks at. */
export function referencesOfCondition(condition: unknown): Reference[] {
  if (!isRecord(condition)) return [];
  return Object.entries(condition).flatMap(([key, value]) => {
    if ((key === "_and" || key === "_or") && Array.isArray(value)) {
      return value.flatMap(referencesOfCondition);
    }
    const asked = wholeReference(key);
    return [...(asked ? [asked.reference] : []), ...referencesIn(value)];
  });
}

const deepest = 5;

function isTrue(condition: unknown, scope: Scope): boolean {
  if (!isRecord(condition)) return false;
  return Object.entries(condition).every(([key, value]) => {
    if (key === "_and") return Array.isArray(value) && value.every((one) => isTrue(one, scope));
    if (key === "_or") return Array.isArray(value) && value.some((one) => isTrue(one, scope));
    const asked = wholeReference(key);
    if (!asked || !isRecord(value)) return false;
    const test = Object.entries(value).map(([name, than]) => [name, known(than, scope)]);
    return fits(valueOf(asked.reference, scope), Object.fromEntries(test));
  });
}

/** What a value is held against may be a reference too. */
function known(than: unknown, scope: Scope): unknown {
  const reference = typeof than === "string" ? wholeReference(than) : null;
  return reference ? valueOf(reference.reference, scope) : than;
}

function valueOf(reference: Reference, scope: Scope): unknown {
  const result = lookUp(reference, scope);
  return result.found ? result.value : null;
}

function operatorOf(name: string) {
  return Object.hasOwn(operators, name) ? operators[name as keyof typeof operators] : undefined;
}

function problemOfTest(test: unknown): string | null {
  if (!isRecord(test) || Object.keys(test).length === 0) return "it needs an operator such as _eq";
  const unknown = Object.keys(test).find((name) => operatorOf(name) === undefined);
  return unknown === undefined ? null : `there is no "${unknown}"; there are ${names}`;
}

const isSame = (one: unknown, other: unknown) => one === other;

/** Numbers with numbers, and texts (dates too, as ISO 8601 writes them) with texts; null for all else. */
function compare(one: unknown, other: unknown): number | null {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one !== "string" || typeof other !== "string") return null;
  return Number(one > other) - Number(one < other);
}

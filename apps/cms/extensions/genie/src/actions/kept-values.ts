import { isSecretName, isSecretText } from "@genie/actions";
import { type ActionEffect, keptAddress, keptText, notKept } from "@genie/schema";

const mostBytes = 32 * 1024;
const deepest = 32;

/** What an action was given, as its audit keeps it: nothing that looks like a secret, and no more than fits. */
export function keptParams(
  params: Record<string, unknown>,
  effect: ActionEffect | null,
): Record<string, unknown> {
  // What connects an account holds what opens it, whatever it is called.
  // So may what never came to be known as an action.
  if (effect === "connect" || effect === null) return mapped(params, () => notKept);
  return mapped(params, keptUnder(0));
}

/** What an action answered, by the same rules. */
export function keptResult(result: unknown, effect: ActionEffect | null): unknown {
  if (effect === "connect") return isObject(result) ? mapped(result, idAlone) : null;
  const kept = keep(result);
  return size(kept) > mostBytes ? { too_large_to_keep: true } : kept;
}

function keep(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    if (isSecretText(value)) return notKept;
    return keptText(value.replaceAll("\0", ""));
  }
  if (!isObject(value)) return value;
  if (depth >= deepest) return notKept;
  return Array.isArray(value)
    ? value.map((one) => keep(one, depth + 1))
    : mapped(value, keptUnder(depth + 1));
}

const keptUnder = (depth: number) => (name: string, value: unknown) =>
  isSecretName(name) ? notKept : keep(name === "url" ? keptAddress(value) : value, depth);

const idAlone = (name: string, value: unknown) => (name === "id" ? value : notKept);

function mapped(
  object: object,
  change: (name: string, value: unknown) => unknown,
): Record<string, unknown> {
  const kept = Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(name, value)]),
  );
  return size(kept) > mostBytes
    ? Object.fromEntries(
        Object.keys(object)
          .slice(0, 50)
          .map((name) => [name.slice(0, 64), notKept]),
      )
    : kept;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? "");

import { isSecretName, isSecretText } from "@genie/actions";
import type { ActionEffect } from "@genie/schema";

const mostText = 2000;
const mostBytes = 32 * 1024;
const notKept = "(not kept)";

/** What an action was given, as its audit keeps it: nothing that looks like a secret, and no more than fits. */
export function keptParams(
  params: Record<string, unknown>,
  effect: ActionEffect | null,
): Record<string, unknown> {
  // What connects an account holds what opens it, whatever it is called.
  if (effect === "connect") return mapped(params, () => notKept);
  return mapped(params, keptUnder);
}

/** What an action answered, by the same rules. */
export function keptResult(result: unknown, effect: ActionEffect | null): unknown {
  if (effect === "connect") return isObject(result) ? mapped(result, idAlone) : null;
  const kept = keep(result);
  return size(kept) > mostBytes ? { too_large_to_keep: true } : kept;
}

function keep(value: unknown): unknown {
  if (typeof value === "string") {
    if (isSecretText(value)) return notKept;
    const text = value.replaceAll("\0", "");
    return text.length > mostText ? `${text.slice(0, mostText)}…` : text;
  }
  if (Array.isArray(value)) return value.map(keep);
  return isObject(value) ? mapped(value, keptUnder) : value;
}

const keptUnder = (name: string, value: unknown) => (isSecretName(name) ? notKept : keep(value));
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

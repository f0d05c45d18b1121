import type { Messages } from "#messages/messages.ts";
import type { FlowField, FlowValues } from "./flow-fields.ts";

type Checked = { params: Record<string, unknown>; problems: Record<string, string> };
type Words = Messages["flows"]["form"];
type Value = { value: unknown } | { problem: string };

/** What she filled in as what the action is run with, and by field what is wrong with it. */
export function checkValues(
  fields: readonly FlowField[],
  values: FlowValues,
  text: Words,
): Checked {
  const checked: Checked = { params: {}, problems: {} };
  for (const field of fields) {
    const found = checkField(field, values[field.name] ?? "", text);
    if ("problem" in found) checked.problems[field.name] = found.problem;
    else if (found.value !== undefined) checked.params[field.name] = found.value;
  }
  return checked;
}

function checkField(field: FlowField, value: boolean | string, text: Words): Value {
  if (typeof value === "boolean") return { value };
  if (value.trim() === "") {
    return field.isRequired ? { problem: text.missing } : { value: undefined };
  }
  const trimmed = value.trim();
  if (field.kind === "number") return checkNumber(field, trimmed, text);
  if (field.kind === "json") return checkJson(trimmed, text);
  if (field.kind === "url" && !isWebAddress(trimmed)) return { problem: text.noUrl };
  if (field.kind === "id" && !isId(trimmed)) return { problem: text.noId };
  if (field.kind === "url" || field.kind === "id") return { value: trimmed };
  return field.most !== null && value.length > field.most
    ? { problem: text.tooLong(field.most) }
    : { value };
}

function checkNumber({ isWhole, least, most }: FlowField, value: string, text: Words): Value {
  const number = Number(value);
  if (!Number.isFinite(number)) return { problem: text.noNumber };
  if (isWhole && !Number.isInteger(number)) return { problem: text.noWhole };
  if (least !== null && number < least) return { problem: text.atLeast(least) };
  if (most !== null && number > most) return { problem: text.atMost(most) };
  return { value: number };
}

function checkJson(value: string, text: Words): Value {
  try {
    return { value: JSON.parse(value) };
  } catch {
    return { problem: text.noJson };
  }
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isId(value: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

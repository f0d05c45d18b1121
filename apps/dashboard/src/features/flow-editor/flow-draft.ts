import type { FlowPlan } from "@genie/directus-client";
import { flowFields } from "#features/actions/flow-fields.ts";
import type { Messages } from "#messages/messages.ts";

/** The kinds of input that the editor offers; `other` keeps what somebody wrote as JSON Schema. */
export const inputKinds = [
  "words",
  "line",
  "choice",
  "url",
  "id",
  "number",
  "whole",
  "switch",
  "other",
] as const;
export type InputKind = (typeof inputKinds)[number];

export type InputDraft = {
  /** Within the draft. */
  id: number;
  name: string;
  kind: InputKind;
  isRequired: boolean;
  description: string;
  /** Of a choice, with commas between. */
  choices: string;
  /** What stood there, which is kept as far as nobody changes it. */
  rule: Record<string, unknown>;
};

export type StepDraft = {
  /** Within the draft. */
  id: number;
  key: string;
  step: string;
  with: string;
  when: string;
  seconds: string;
};

/** A flow as its editor holds it, which may be wrong. */
export type FlowDraft = {
  name: string;
  slug: string;
  description: string;
  isActive: boolean;
  alwaysAsks: boolean;
  inputs: InputDraft[];
  /** What the JSON Schema says beside its fields. */
  schemaRest: Record<string, unknown>;
  steps: StepDraft[];
};

/** `path` says where, as `checkFlow` does. */
export type DraftProblem = { path: string; message: string };

type Words = Messages["flowEditor"]["problems"];

export const emptyFlow: FlowPlan = {
  name: "",
  slug: "",
  description: "",
  isActive: true,
  alwaysAsks: false,
  inputSchema: { type: "object", properties: {}, required: [], additionalProperties: false },
  steps: [],
};

export function draftOf(flow: FlowPlan): FlowDraft {
  const { properties, required: _required, ...schemaRest } = flow.inputSchema ?? closedObject;
  const rules = Object(properties) as Record<string, Record<string, unknown>>;
  return {
    name: flow.name,
    slug: flow.slug,
    description: flow.description,
    isActive: flow.isActive,
    alwaysAsks: flow.alwaysAsks,
    schemaRest,
    inputs: flowFields(flow.inputSchema).map((field, id) => ({
      id,
      name: field.name,
      kind: inputKindOf(field.name, rules[field.name] ?? {}),
      isRequired: field.isRequired,
      description: field.description ?? "",
      choices: field.choices.join(", "),
      rule: rules[field.name] ?? {},
    })),
    steps: flow.steps.map((step, id) => ({
      id,
      key: step.key,
      step: step.step,
      with: toText(step.with),
      when: toText(step.when),
      seconds: step.timeout_ms === undefined ? "" : String(step.timeout_ms / 1_000),
    })),
  };
}

/** What the draft would be saved as, and what keeps it from that, before its steps are looked at. */
export function planOf(
  draft: FlowDraft,
  takenSlugs: readonly string[],
  text: Words,
): { plan: FlowPlan; problems: DraftProblem[] } {
  const problems = [
    ...problemsOfNames(draft, takenSlugs, text),
    ...draft.inputs.flatMap((input, place) => problemsOfInput(draft, input, place, text)),
  ];
  const steps = draft.steps.map((step, place) => {
    const read = readStep(step, `steps.${place}`, text);
    problems.push(...read.problems);
    return read.step;
  });
  const { name, slug, description, isActive, alwaysAsks } = draft;
  const plan = { name: name.trim(), slug, description: description.trim(), isActive, alwaysAsks };
  return { plan: { ...plan, inputSchema: schemaOf(draft), steps }, problems };
}

/** An input as one adds it. */
export const newInput = (inputs: readonly InputDraft[]): InputDraft => ({
  id: nextId(inputs),
  name: "",
  kind: "words",
  isRequired: true,
  description: "",
  choices: "",
  rule: {},
});

/** A step as one adds it. */
export const newStep = (steps: readonly StepDraft[], step: string): StepDraft => ({
  id: nextId(steps),
  key: `step_${nextId(steps) + 1}`,
  step,
  with: "",
  when: "",
  seconds: "",
});

const closedObject: Record<string, unknown> = { type: "object", additionalProperties: false };
const longestSeconds = 120;

const rules = {
  words: { type: "string", minLength: 1 },
  line: { type: "string", minLength: 1, maxLength: 200 },
  choice: {},
  url: { type: "string", format: "uri" },
  id: { type: "string", format: "uuid" },
  number: { type: "number" },
  whole: { type: "integer" },
  switch: { type: "boolean" },
  other: {},
} satisfies Record<InputKind, Record<string, unknown>>;

function inputKindOf(name: string, rule: Record<string, unknown>): InputKind {
  const [field] = flowFields({ properties: { [name]: rule } });
  switch (field?.kind) {
    case "account":
    case "fan":
    case "id":
    case "media":
      return "id";
    case "number":
      return field.isWhole ? "whole" : "number";
    case "choice":
    case "line":
    case "switch":
    case "url":
    case "words":
      return field.kind;
    case "json":
    case undefined:
      return "other";
  }
  return "other";
}

function schemaOf({ inputs, schemaRest }: FlowDraft): Record<string, unknown> {
  return {
    ...schemaRest,
    type: "object",
    properties: Object.fromEntries(inputs.map((input) => [input.name, ruleOf(input)])),
    required: inputs.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

function ruleOf({ name, kind, rule, description, choices }: InputDraft): Record<string, unknown> {
  const { description: _before, ...kept } =
    kind === inputKindOf(name, rule) ? rule : { ...rules[kind], description: "" };
  return {
    ...kept,
    ...(kind === "choice" && { enum: splitChoices(choices) }),
    ...(description.trim() !== "" && { description: description.trim() }),
  };
}

function splitChoices(choices: string): string[] {
  return choices
    .split(",")
    .map((choice) => choice.trim())
    .filter((choice) => choice !== "");
}

function problemsOfNames(
  { name, slug }: FlowDraft,
  takenSlugs: readonly string[],
  text: Words,
): DraftProblem[] {
  return [
    ...(name.trim() === "" ? [{ path: "name", message: text.nameMissing }] : []),
    ...(/^[a-z0-9-]{1,64}$/.test(slug) ? [] : [{ path: "slug", message: text.slugShape }]),
    ...(takenSlugs.includes(slug) ? [{ path: "slug", message: text.slugTaken }] : []),
  ];
}

function problemsOfInput(
  { inputs }: FlowDraft,
  { name, kind, choices }: InputDraft,
  place: number,
  text: Words,
): DraftProblem[] {
  const path = `inputs.${place}`;
  const isTwice = inputs.findIndex((other) => other.name === name) !== place;
  return [
    ...(/^[a-z][a-z0-9_]{0,63}$/.test(name)
      ? []
      : [{ path: `${path}.name`, message: text.inputShape }]),
    ...(isTwice ? [{ path: `${path}.name`, message: text.inputTwice }] : []),
    ...(kind === "choice" && splitChoices(choices).length === 0
      ? [{ path: `${path}.choices`, message: text.noChoices }]
      : []),
  ];
}

function readStep(
  draft: StepDraft,
  path: string,
  text: Words,
): { step: FlowPlan["steps"][number]; problems: DraftProblem[] } {
  const given = readObject(draft.with, `${path}.with`, text);
  const when = readObject(draft.when, `${path}.when`, text);
  const seconds = Number(draft.seconds);
  const isTimed = draft.seconds.trim() !== "";
  const hasTime = isTimed && seconds > 0 && seconds <= longestSeconds;
  return {
    step: {
      key: draft.key,
      step: draft.step,
      ...(given.value !== undefined && { with: given.value }),
      ...(when.value !== undefined && { when: when.value }),
      ...(hasTime && { timeout_ms: Math.max(1, Math.round(seconds * 1_000)) }),
    },
    problems: [
      ...given.problems,
      ...when.problems,
      ...(isTimed && !hasTime
        ? [{ path: `${path}.timeout_ms`, message: text.seconds(longestSeconds) }]
        : []),
    ],
  };
}

function readObject(
  written: string,
  path: string,
  text: Words,
): { value: Record<string, unknown> | undefined; problems: DraftProblem[] } {
  if (written.trim() === "") return { value: undefined, problems: [] };
  const refuse = (message: string) => ({ value: undefined, problems: [{ path, message }] });
  try {
    const value: unknown = JSON.parse(written);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject
      ? { value: value as Record<string, unknown>, problems: [] }
      : refuse(text.noObject);
  } catch {
    return refuse(text.noJson);
  }
}

function toText(value: Record<string, unknown> | undefined): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

function nextId(all: readonly { id: number }[]): number {
  return Math.max(-1, ...all.map(({ id }) => id)) + 1;
}

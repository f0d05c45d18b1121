import { FlowStep } from "@genie/schema";
import type { Step } from "../define-step.ts";
import { findIn, type Registry } from "../registry.ts";
import { readInputSchema } from "../run/check-params.ts";
import { steps as everyStep } from "../steps/index.ts";
import { problemsOfCondition, referencesOfCondition } from "./conditions.ts";
import { type Flow, runLimits } from "./flow.ts";
import { type Reference, referencesIn } from "./references.ts";
import { wordsOf } from "./sentences-of.ts";

/** `path` says where, such as `steps.2.with.caption`; `message` is a sentence for who writes flows. */
export type FlowProblem = { path: string; message: string };

/** What is wrong with a flow before it is saved. Empty when it can run; needs nothing but the flow. */
export function checkFlow(
  flow: Pick<Flow, "input_schema" | "steps">,
  registry: Registry = everyStep,
): FlowProblem[] {
  return [
    ...problemsOfSchema(flow.input_schema),
    ...problemsOfSteps(flow.steps, inputsOf(flow.input_schema), registry),
  ];
}

function problemsOfSchema(schema: Flow["input_schema"]): FlowProblem[] {
  if (readInputSchema(schema) === null) {
    const message = 'This is no JSON Schema of an object. Begin with {"type": "object"}.';
    return [problem("input_schema", message)];
  }
  const properties: object = Object(schema?.["properties"]);
  const required: unknown[] = Array.isArray(schema?.["required"]) ? schema["required"] : [];
  return required
    .filter((field) => !Object.hasOwn(properties, String(field)))
    .map((field) =>
      problem(
        "input_schema.required",
        `"${String(field)}" is required, and is none of the fields.`,
      ),
    );
}

/** The fields that the input may have; null where it may have any. */
function inputsOf(schema: Flow["input_schema"]): ReadonlySet<string> | null {
  const properties = schema?.["properties"];
  const isClosed = schema?.["additionalProperties"] === false;
  return isClosed ? new Set(Object.keys(Object(properties))) : null;
}

function problemsOfSteps(
  flowSteps: unknown,
  inputs: ReadonlySet<string> | null,
  registry: Registry,
): FlowProblem[] {
  if (!Array.isArray(flowSteps) || flowSteps.length === 0) {
    return [problem("steps", "A flow needs at least one step.")];
  }
  const most = runLimits.steps;
  if (flowSteps.length > most) {
    return [
      problem("steps", `A flow has ${most} steps at most; this one has ${flowSteps.length}.`),
    ];
  }
  const before = new Set<string>();
  return flowSteps.flatMap((given: unknown, index) => {
    const path = `steps.${index}`;
    const parsed = FlowStep.safeParse(given);
    if (!parsed.success) {
      return parsed.error.issues.map((issue) =>
        problem([path, ...issue.path].join("."), `${capital(wordsOf(issue))}.`),
      );
    }
    const found = problemsOfStep(parsed.data, { path, before, inputs, registry });
    before.add(parsed.data.key);
    return found;
  });
}

type Place = {
  path: string;
  /** The keys of the steps before it. */
  before: ReadonlySet<string>;
  inputs: ReadonlySet<string> | null;
  registry: Registry;
};

function problemsOfStep(flowStep: FlowStep, place: Place): FlowProblem[] {
  const { path, before, registry } = place;
  const { key, step: name, with: given = {}, when } = flowStep;
  const step = findIn(registry, name);
  return [
    ...(before.has(key)
      ? [problem(`${path}.key`, `"${key}" is taken. Give each step a key of its own.`)]
      : []),
    ...(step ? problemsOfInput(step, given, path) : [problem(`${path}.step`, unknownStep(name))]),
    ...Object.entries(given).flatMap(([field, value]) =>
      problemsOfReferences(referencesIn(value), `${path}.with.${field}`, place),
    ),
    ...problemsOfCondition(when ?? {}).map((words) =>
      problem(`${path}.when`, `${capital(words)}.`),
    ),
    ...problemsOfReferences(referencesOfCondition(when), `${path}.when`, place),
  ];
}

const unknownStep = (name: string) => `There is no step "${name}".`;

/** What can be said before the references are known: fields that it does not take, that it lacks, and fixed values. */
function problemsOfInput(step: Step, given: Record<string, unknown>, path: string): FlowProblem[] {
  const shape: Record<string, { safeParse: Step["input"]["safeParse"] }> = step.input.shape;
  const taken = Object.keys(shape);
  const unknown = Object.keys(given)
    .filter((field) => !taken.includes(field))
    .map((field) =>
      problem(
        `${path}.with.${field}`,
        `"${step.name}" takes no "${field}"; it takes ${taken.join(", ") || "nothing"}.`,
      ),
    );
  const wrong = taken.flatMap((field) => {
    const value = given[field];
    if (referencesIn(value).length > 0) return [];
    const parsed = shape[field]?.safeParse(value);
    if (parsed === undefined || parsed.success) return [];
    const [issue] = parsed.error.issues;
    const words = value === undefined ? `"${step.name}" needs "${field}"` : issue && wordsOf(issue);
    return [problem(`${path}.with.${field}`, `${capital(words ?? "this does not fit")}.`)];
  });
  const found = [...unknown, ...wrong];
  return found.length > 0 || referencesIn(given).length > 0
    ? found
    : problemsOfWhole(step, given, path);
}

/** Of an input that is the same in each run: what its fields are together. */
function problemsOfWhole(step: Step, given: Record<string, unknown>, path: string): FlowProblem[] {
  const issues = step.input.safeParse(given).error?.issues ?? [];
  return issues.map((issue) => problem(`${path}.with`, `${capital(wordsOf(issue))}.`));
}

function problemsOfReferences(
  references: readonly Reference[],
  path: string,
  { before, inputs }: Place,
): FlowProblem[] {
  return references.flatMap(({ written, root, path: [first] }) => {
    if (root !== "input") {
      return before.has(root)
        ? []
        : [
            problem(
              path,
              `${written} is not there: no step before this one has the key "${root}". Write $$ for a dollar.`,
            ),
          ];
    }
    const isThere = first === undefined || inputs === null || inputs.has(first);
    return isThere ? [] : [problem(path, `${written} is not there: the input has no "${first}".`)];
  });
}

const problem = (path: string, message: string): FlowProblem => ({ path, message });
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

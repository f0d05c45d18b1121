import { callTool, type Gate } from "@genie/agent-tools";
import type { ActionOutcome } from "@genie/directus-client";
import { AppError, type ErrorCode, messageForPeople } from "@genie/errors";
import type { ActionStep } from "@genie/schema";
import { type AssistantCall, longestFailure } from "./assistant-message.ts";
import type { House } from "./house.ts";
import { isPlain } from "./is-plain.ts";
import { madeThings } from "./made-things.ts";

export type CallOptions = {
  house: House;
  /** Whether the conversation holds foreign text by now. */
  afterForeignText: boolean;
  signal: AbortSignal;
  /** The call as it stands, each time that it changes. */
  onChange: (call: AssistantCall) => void;
};

/** Runs what the model wanted, and answers how it ended. Never throws. */
export async function runCall(call: AssistantCall, options: CallOptions): Promise<AssistantCall> {
  let steps: ActionStep[] = [];
  let waiting: AssistantCall["confirmation"];
  const act: Gate["act"] = async (path, params) => {
    const outcome = await options.house.act(path, params, {
      afterForeignText: options.afterForeignText,
      signal: options.signal,
      onStep: (step) => {
        steps = withStep(steps, step);
        options.onChange({ ...call, steps });
      },
    });
    if (outcome.status === "failed") {
      steps = outcome.steps;
      throw failureOf(outcome);
    }
    if (outcome.status === "done") steps = outcome.steps;
    else waiting = outcome.confirmation;
    return outcome;
  };
  const ended = await end(call, { act, read: options.house.read });
  return waiting === undefined
    ? { ...ended, steps }
    : { ...call, steps, status: "waiting", confirmation: waiting, foreign: true };
}

async function end(call: AssistantCall, gate: Gate): Promise<AssistantCall> {
  try {
    return call.kind === "tool" ? await endTool(call, gate) : await endAction(call, gate);
  } catch (error) {
    const message = messageForPeople(error).slice(0, longestFailure);
    return { ...call, status: "failed", message, foreign: true };
  }
}

async function endTool(call: AssistantCall, gate: Gate): Promise<AssistantCall> {
  const answer = await callTool(call.name, call.params, gate);
  if (answer === null) throw new AppError("not_found", `There is no tool "${call.name}".`);
  if (answer.failed) {
    const message = answer.sentence.slice(0, longestFailure);
    return { ...call, status: "failed", message, foreign: true };
  }
  return done(call, JSON.parse(answer.text), answer.foreign);
}

async function endAction(call: AssistantCall, gate: Gate): Promise<AssistantCall> {
  const outcome = (await gate.act(call.name, call.params)) as ActionOutcome;
  const result = outcome.status === "done" ? outcome.result : null;
  return done(call, result, !isPlain(result));
}

function done(call: AssistantCall, result: unknown, foreign: boolean): AssistantCall {
  const made = madeThings({ ...call, result });
  return {
    ...call,
    status: "done",
    result: shortened(result),
    foreign,
    ...(made.length > 0 && { made }),
  };
}

const longestResult = 20_000;

/** Of what is too long for a page and a model, its beginning as text. */
function shortened(result: unknown): unknown {
  const text = JSON.stringify(result ?? null);
  return text.length > longestResult ? `${text.slice(0, longestResult)}…` : result;
}

const withStep = (steps: readonly ActionStep[], step: ActionStep) => {
  const isKnown = steps.some(({ key }) => key === step.key);
  return isKnown ? steps.map((known) => (known.key === step.key ? step : known)) : [...steps, step];
};

function failureOf({ code, message }: Extract<ActionOutcome, { status: "failed" }>): AppError {
  return new AppError(codes[code] ?? "internal", message);
}

const codes: Readonly<Record<string, ErrorCode>> = {
  CONFLICT: "conflict",
  FORBIDDEN: "forbidden",
  INVALID_PAYLOAD: "invalid_input",
  NOT_FOUND: "not_found",
  REQUESTS_EXCEEDED: "rate_limited",
  ROUTE_NOT_FOUND: "not_found",
  SERVICE_UNAVAILABLE: "upstream_unavailable",
};

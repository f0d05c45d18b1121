import { AppError } from "@genie/errors";
import type { ActionEffect, ActionStep } from "@genie/schema";
import type { StepContext } from "../define-step.ts";
import { type Flow, type RunLimits, runLimits } from "../flow/flow.ts";
import type { Registry } from "../registry.ts";
import type { Row, StepTools } from "../step-tools.ts";
import { steps as everyStep } from "../steps/index.ts";
import { checkParams } from "./check-params.ts";
import { effectWith } from "./effect-of.ts";
import { guardTools } from "./guard-tools.ts";
import { brokeOff } from "./broke-off.ts";
import { explainStop } from "./explain-stop.ts";
import { type Planned, planOf } from "./plan.ts";
import { requireNeeds } from "./require-needs.ts";
import { inputOf, isWanted } from "./resolve-step.ts";
import { createRunBrowser, type RunBrowser } from "./run-browser.ts";
import { isStop, over, type Stop, stopOf, withinTime } from "./within-time.ts";

/** A browser that does not close by then is left to its service, which ends it. */
const closeMs = 5000;

export type RunOptions = {
  flow: Flow;
  params: Record<string, unknown>;
  tools: StepTools;
  /** Ends the run; what was done by then stays. */
  signal?: AbortSignal;
  /** Each time a step begins, ends or is passed over. */
  onStep?: (step: ActionStep) => void;
  limits?: Partial<RunLimits>;
  registry?: Registry;
  /** What steps may do to the world, from what was agreed to; anything unless it is given. */
  allows?: (effect: ActionEffect) => boolean;
  /** What its person was shown, by the keys of steps, as `foresee` says it. */
  shown?: ReadonlyMap<string, Row>;
};

/** How a run ended, with the steps that it came to. `error` has a sentence for people. */
export type RunOutcome =
  | { status: "done"; result: unknown; steps: ActionStep[] }
  | { status: "failed"; error: AppError; steps: ActionStep[] };

/**
 * Runs a flow, one step after the other, each within its time. The result is what the last step that ran
 * answered. Never throws: a step that fails, takes too long or is stopped ends the run, and what came
 * before it stays. Whether the run is confirmed, within budgets and written down is its caller's.
 */
export async function runFlow(options: RunOptions): Promise<RunOutcome> {
  const { flow, params, signal, onStep, registry = everyStep } = options;
  const limits = { ...runLimits, ...options.limits };
  const steps: ActionStep[] = [];
  const stop = new AbortController();
  const endRun = (reason: Stop) => stop.abort(reason);
  const stopWithCaller = () => endRun({ why: "stopped" });
  if (signal?.aborted) stopWithCaller();
  signal?.addEventListener("abort", stopWithCaller);
  const timer = setTimeout(() => endRun({ why: "run_time" }), limits.ms);
  const browser = createRunBrowser(options.tools.browser, stop.signal);

  const tell = (step: ActionStep) => {
    const at = steps.findIndex(({ key }) => key === step.key);
    if (at === -1) steps.push(step);
    else steps[at] = step;
    onStep?.(step);
  };
  try {
    const plan = planOf(flow, registry, limits);
    const input = checkParams(flow, params);
    requireNeeds(plan, options.tools);
    const run = { ...options, browser, limits, tell, stop: stop.signal };
    return { status: "done", result: await runPlan(run, plan, input), steps };
  } catch (error) {
    return { status: "failed", error: asAppError(error, limits), steps };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stopWithCaller);
    stop.abort(over);
    if (browser.isOpen()) {
      await withinTime(browser.close, {
        timeoutMs: closeMs,
        run: new AbortController().signal,
      }).catch(() => {});
    }
  }
}

type Run = {
  flow: Flow;
  tools: StepTools;
  browser: RunBrowser;
  limits: RunLimits;
  tell: (step: ActionStep) => void;
  stop: AbortSignal;
} & Pick<RunOptions, "allows" | "shown">;

async function runPlan(
  run: Run,
  plan: readonly Planned[],
  input: Record<string, unknown>,
): Promise<unknown> {
  const scope = new Map<string, unknown>([["input", input]]);
  let result: unknown = null;
  let isOver = false;
  for (const { flowStep, step } of plan) {
    const named = { key: flowStep.key, step: flowStep.step };
    if (run.stop.aborted) throw stopOf(run.stop);
    if (isOver || !isWanted(flowStep, scope)) {
      scope.set(flowStep.key, null);
      run.tell({ ...named, status: "skipped" });
      continue;
    }
    result = await runStep(run, { flowStep, step }, scope);
    scope.set(flowStep.key, result);
    isOver = step.endsRun?.(result) ?? false;
  }
  return result;
}

async function runStep(run: Run, { flowStep, step }: Planned, scope: Map<string, unknown>) {
  const { tell, tools, browser, stop } = run;
  const named = { key: flowStep.key, step: flowStep.step };
  const started = performance.now();
  const passed = () => Math.round(performance.now() - started);
  const timeoutMs = Math.min(flowStep.timeout_ms ?? step.timeoutMs, step.timeoutMs);
  let outlivesStop = false;
  tell({ ...named, status: "running" });
  try {
    const input = inputOf(step, flowStep, scope);
    outlivesStop = step.outlivesStop === true && effectWith(step, input) !== "read";
    const shown = run.shown?.get(flowStep.key);
    const answer = await withinTime(
      async (signal) => {
        const context = { tools: guardTools(tools, signal), signal, browser };
        await requireAllowed(run, { flowStep, step }, input, context);
        return step.run(input, { ...context, ...(shown && { shown }) });
      },
      { timeoutMs, run: stop },
    );
    const result: unknown = step.output.parse(answer);
    tell({ ...named, status: "done", duration_ms: passed() });
    return result;
  } catch (error) {
    const failure = isStop(error)
      ? explainStop(error, { ...named, timeoutMs, runMs: run.limits.ms, outlivesStop })
      : asAppError(error, run.limits);
    tell({ ...named, status: "failed", duration_ms: passed(), message: failure.message });
    throw failure;
  }
}

/** Rows may have changed since it was looked ahead, so that the step would do more than was agreed to. */
async function requireAllowed(
  { allows }: Run,
  { flowStep, step }: Planned,
  input: Record<string, unknown>,
  context: StepContext,
): Promise<void> {
  if (!allows || allows(effectWith(step, input))) return;
  const now = await step.effectNow?.(input, context);
  if (now !== undefined && allows(now)) return;
  throw new AppError(
    "conflict",
    `The step "${flowStep.key}" would do more by now than was agreed to, so it was not done. What was done before that stays; ask again.`,
  );
}

function asAppError(error: unknown, { ms }: RunLimits): AppError {
  if (error instanceof AppError) return error;
  if (isStop(error)) return explainStop(error, { runMs: ms });
  return brokeOff(error);
}

export { defineStep, type Step, type StepContext } from "./define-step.ts";
export type { Row, RowQuery, Rows, StepTools } from "./step-tools.ts";

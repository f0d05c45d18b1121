export type { PreviewLine, Step, StepContext } from "./define-step.ts";
export type {
  AccountBrowser,
  Row,
  RowQuery,
  Rows,
  StepPlatform,
  StepTools,
  Users,
} from "./step-tools.ts";
export { checkFlow, type FlowProblem } from "./flow/check-flow.ts";
export { type Flow, type RunLimits, runLimits } from "./flow/flow.ts";
export { dataIsData, fenceData } from "./foreign/fence-data.ts";
export type { Registry } from "./registry.ts";
export { brokeOff } from "./run/broke-off.ts";
export { effectOf, hardest } from "./run/effect-of.ts";
export { isOneChange } from "./run/is-one-change.ts";
export { foresee } from "./run/preview-of.ts";
export { runFlow, type RunOptions, type RunOutcome } from "./run/run-flow.ts";
export { isSecretName, isSecretText } from "./rows/mask-secrets.ts";
export { findStep, type StepName, steps } from "./steps/index.ts";
export { createTagParser, type TagParser, type TagPart } from "./tags/create-tag-parser.ts";
export { escapeTags } from "./tags/escape-tags.ts";
export { isToolName, toolFlow, type ToolName, toolTitles } from "./tool-flow.ts";

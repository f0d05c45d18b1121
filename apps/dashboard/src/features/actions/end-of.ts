import type { ActionRun } from "@genie/directus-client";

/** How a run ended; one without an end is under way, or its process died. */
export const endOf = ({
  outcome,
  durationMs,
}: Pick<ActionRun, "durationMs" | "outcome">): ActionRun["outcome"] | "unended" =>
  outcome === "error" && durationMs === null ? "unended" : outcome;

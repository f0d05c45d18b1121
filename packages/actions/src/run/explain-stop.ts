import { AppError } from "@genie/errors";
import type { Stop } from "./within-time.ts";

const stays = "What was done before that stays; nothing after it was started.";
const goesOn = "That step may still take effect; look before you start it again.";

/** Why a run was given up, in a sentence. */
export function explainStop(
  { why }: Stop,
  at: { key?: string; timeoutMs?: number; runMs: number; outlivesStop?: boolean },
): AppError {
  const named = at.key === undefined ? "" : ` It was at the step "${at.key}".`;
  const rest = at.outlivesStop ? `${stays} ${goesOn}` : stays;
  if (why === "stopped") {
    return new AppError("conflict", `The action was stopped.${named} ${rest}`);
  }
  const tooLong =
    why === "step_time"
      ? `The step "${at.key ?? ""}" took longer than ${inWords(at.timeoutMs ?? 0)} and was given up.`
      : `The action took longer than ${inWords(at.runMs)} and was given up.${named}`;
  return new AppError("upstream_unavailable", `${tooLong} ${rest}`, { retry: "never" });
}

const inWords = (ms: number): string =>
  ms < 1000 ? `${ms} milliseconds` : `${Math.round(ms / 100) / 10} seconds`;

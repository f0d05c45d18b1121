import { refusal } from "../refusals.ts";

/** Refuses a job. */
export const notStarted = (sentence: string): Error =>
  refusal("INVALID_PAYLOAD", `${sentence} Nothing was started.`);

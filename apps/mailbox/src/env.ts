import { parseEnv } from "@genie/env";
import { z } from "zod";

const port = (usual: number) => z.coerce.number().int().min(0).max(65_535).default(usual);

export const Env = z.object({
  MAILBOX_PORT: port(3201),
  MAILBOX_SMTP_PORT: port(3202),
});
export type Env = z.infer<typeof Env>;

/** Reads and checks the environment; one sentence names every variable that is missing or wrong. */
// oxlint-disable-next-line node/no-process-env
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  return parseEnv(Env, variables, "The mailbox");
}

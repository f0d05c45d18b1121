import { Fault, type FaultProxy } from "@genie/fault-proxy";
import type { Trouble } from "./platform-under-test.ts";

const hangMs = 200;

const faults: Partial<Record<Trouble, object>> = {
  rate_limited: { kind: "rate_limited", retry_after_seconds: 7 },
  answer_lost: { kind: "accept_then_hang", ms: hangMs },
  error_after_publishing: { kind: "error_after_commit" },
  error_before_publishing: { kind: "error_before_commit" },
};

/** Lets a trouble of the suite happen once, at a proxy before a platform's server. */
export function armTrouble(proxy: FaultProxy, trouble: Trouble): void {
  const fault = faults[trouble];
  if (fault === undefined) throw new Error(`No proxy makes ${trouble}.`);
  proxy.arm(Fault.parse(fault));
}

export type { ArmedFault } from "./armed-faults.ts";
export { Fault, type FaultKind, type RequestKind } from "./fault.ts";
export { type FaultProxy, startFaultProxy } from "./start-fault-proxy.ts";

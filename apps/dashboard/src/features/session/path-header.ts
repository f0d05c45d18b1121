/** Set by src/proxy.ts: layouts and pages can't see the address that was asked for. */
export const pathHeader = "x-dashboard-path";

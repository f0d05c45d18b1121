export { addressKey } from "./address-key.ts";
export { type Allowance, createRateLimit, type RateLimit } from "./create-rate-limit.ts";
export { openSharedCounts, type SharedCounts } from "./open-shared-counts.ts";

export { addressKey } from "./address-key.ts";
export { createRateLimit, type RateLimit } from "./create-rate-limit.ts";

export { optional } from "./optional.ts";
export { parseEnv } from "./parse-env.ts";

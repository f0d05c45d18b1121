export { guardedFetch } from "./guarded-fetch.ts";
export { type AskResolver, internetLookup } from "./internet-lookup.ts";
export { isOfInternet } from "./is-of-internet.ts";

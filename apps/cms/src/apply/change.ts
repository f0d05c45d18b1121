import type { Api } from "./client.ts";

/** One thing that is not as the code says, and how to put it right. */
export type Change = { what: string; apply: (api: Api) => Promise<unknown> };

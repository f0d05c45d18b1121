import type { html } from "hono/html";

/** Text that is safe to send: the `html` of Hono escapes what is put between. */
export type Html = ReturnType<typeof html>;

import type { ActionRequest } from "@genie/schema";

export type GateOptions = {
  /** Where Directus answers. */
  url: string;
  /** Who asks: an Authorization header, or a session's Cookie and Origin. */
  headers: Readonly<Record<string, string>>;
  source: NonNullable<ActionRequest["source"]>;
  /** Whether the conversation holds foreign text by now; asked at each change. */
  afterForeignText?: () => boolean;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
};

/** The way to Directus for a tool. Throws `AppError` with Directus' own sentence. */
export type Gate = {
  read: (path: string, query?: Record<string, unknown>) => Promise<unknown>;
  /** Runs a tool or, by its slug, a flow where the brakes are. */
  act: (
    path: `tools/${string}` | (string & {}),
    params: Record<string, unknown>,
  ) => Promise<unknown>;
};

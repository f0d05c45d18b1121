import type { ActionRequest } from "@genie/schema";

export type GateOptions = {
  /** Where Directus answers. */
  url: string;
  /** Who asks: an Authorization header, or a session's Cookie and Origin. */
  headers: Readonly<Record<string, string>>;
  source: NonNullable<ActionRequest["source"]>;
  /** Whether the conversation holds foreign text by now; asked at each change. */
  afterForeignText?: () => boolean;
  /** How a request is sent; by `fetch` unless it is given. */
  send?: Send;
  signal?: AbortSignal;
};

/** Sends one request, follows no other address, and reads the answer whole. Rejects where there is none. */
export type Send = (
  address: string,
  request: {
    method: "GET" | "POST";
    headers: Record<string, string>;
    body?: string;
    signal: AbortSignal;
  },
) => Promise<{ status: number; text: string }>;

/** The way to Directus for a tool. Throws `AppError` with Directus' own sentence. */
export type Gate = {
  read: (path: string, query?: Record<string, unknown>) => Promise<unknown>;
  /** Runs a tool or, by its slug, a flow where the brakes are. */
  act: (
    path: `tools/${string}` | (string & {}),
    params: Record<string, unknown>,
  ) => Promise<unknown>;
};

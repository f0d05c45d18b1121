import type { SealedSession } from "@genie/browser-client";
import type { ChatModel } from "@genie/llm";

export type Row = Record<string, unknown>;

/** A query in Directus' syntax. */
export type RowQuery = {
  fields?: readonly string[];
  filter?: Record<string, unknown>;
  search?: string;
  sort?: readonly string[];
  limit?: number;
  offset?: number;
};

/** Rows of one collection as the person may see and change them. All throw `AppError`. */
export type Rows = {
  read: (query: RowQuery) => Promise<Row[]>;
  /** Throws `not_found` for a row that is not there or not hers. */
  readOne: (id: string, fields?: readonly string[]) => Promise<Row>;
  create: (row: Row) => Promise<string>;
  update: (id: string, change: Row) => Promise<void>;
  delete: (id: string) => Promise<void>;
};

/**
 * All that a step can reach, handed in by who runs the flow, under the rights of the person that it
 * runs for. What an installation does not have is null.
 */
export type StepTools = {
  person: { id: string };
  rows: (collection: string) => Rows;
  /** A flow of Directus that creators may start, on rows of hers. Answers what it returns. */
  triggerFlow: (flow: {
    id: string;
    collection: string;
    keys: readonly string[];
  }) => Promise<unknown>;
  classify: (mediaId: string) => Promise<Row>;
  /** A person's own line in her notifications. */
  notify: (message: { subject: string; message: string; link?: string }) => Promise<void>;
  model: ChatModel | null;
  /** Opens a browser on an account of hers; it ends with the run. Null without a browser service. */
  browser: ((accountId: string, signal: AbortSignal) => Promise<SealedSession>) | null;
  /** Reaches hosts of the internet and nothing inside. */
  fetch: typeof globalThis.fetch;
};

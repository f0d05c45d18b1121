import type { PageDriver } from "@genie/browser-client";
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
  /** Throws `conflict` where a field is not what `only` says any more, and changes nothing then. */
  update: (id: string, change: Row, only?: Row) => Promise<void>;
  delete: (id: string) => Promise<void>;
};

/** People's accounts, as the person may see and change them; mostly an administrator's. */
export type Users = Pick<Rows, "create" | "readOne" | "update">;

/** A platform, as far as steps know it: which hosts its pages are on, as `Platform.hosts` says it. */
export type StepPlatform = { id: string; name: string; hosts: readonly string[] };

/** A browser on one account of hers. */
export type AccountBrowser = Pick<
  PageDriver,
  "act" | "close" | "extract" | "navigate" | "observe" | "screenshot"
> & {
  /** Puts the account's stored session in, unseen, and opens a page with it. */
  logIn: (url: string) => ReturnType<PageDriver["navigate"]>;
};

/**
 * All that a step can reach, handed in by who runs the flow, under the rights of the person that it
 * runs for. What an installation does not have is null.
 */
export type StepTools = {
  person: { id: string };
  rows: (collection: string) => Rows;
  /**
   * Rows that are the person's own, an administrator's as well, who may see everybody's. Only of collections
   * whose rows belong to somebody.
   */
  ownRows: (collection: string) => Pick<Rows, "read">;
  users: Users;
  /** A flow of Directus that creators may start, on rows of hers. Answers what it returns. */
  triggerFlow: (flow: {
    id: string;
    collection: string;
    keys: readonly string[];
  }) => Promise<unknown>;
  /** What that flow is called, and a version that differs with what it does. Throws where it can't be started. */
  describeFlow: (
    flow: Parameters<StepTools["triggerFlow"]>[0],
  ) => Promise<{ name: string; version: string }>;
  classify: (mediaId: string) => Promise<Row>;
  /** A person's own line in her notifications. */
  notify: (message: { subject: string; message: string; link?: string }) => Promise<void>;
  /** Keeps a file of hers. Answers its id. */
  saveFile: (file: { title: string; type: string; bytes: Uint8Array }) => Promise<string>;
  platforms: readonly StepPlatform[];
  model: ChatModel | null;
  /**
   * Opens a browser on an account of hers, before it is signed in; the run closes it. The signal is the
   * run's. Null without a browser service.
   */
  browser: ((accountId: string, signal: AbortSignal) => Promise<AccountBrowser>) | null;
  /** Reaches hosts of the internet and nothing inside. */
  fetch: typeof globalThis.fetch;
};

import type {
  ActRequest,
  Cookie,
  ExtractRequest,
  ObserveAnswer,
  PageState,
  ReadAnswer,
  ReadRequest,
  SealedCookieLoginRequest,
  StorageEntry,
} from "./requests.ts";

/** Bytes of a file, with the name and type that a page shall see. */
export type PageFile = { name: string; mime: string; bytes: () => AsyncIterable<Uint8Array> };

export type Download = { mime: string; bytes: AsyncIterable<Uint8Array> };

/**
 * One browser session on one account. Every method throws `AppError`: `platform_changed` when the
 * page has no such element, `upstream_unavailable` when the site or the browser did not answer in
 * time, `forbidden` for a host that the session may not reach, `invalid_input` for a file too large.
 */
export type PageDriver = {
  /** Names the session to people and in logs; without a token it is of no use. */
  id: string;
  /** What the browser says it is. */
  userAgent: string;
  cookieLogin: (
    cookies: Cookie[],
    url: string,
    localStorage?: readonly StorageEntry[],
  ) => Promise<PageState>;
  navigate: (url: string, options?: { timeoutMs?: number }) => Promise<PageState>;
  /** The page as it is, wherever a person or a script has led it. */
  state: () => Promise<PageState>;
  act: (step: ActRequest) => Promise<PageState>;
  extract: (request: ExtractRequest) => Promise<Record<string, string | string[] | null>[]>;
  /** Reads by meaning; null where there is no language model that could. */
  read: (request: ReadRequest) => Promise<ReadAnswer["read"]>;
  /**
   * Lets a list that grows as one scrolls grow, and passes over its rows with links to what was `read`.
   * Answers whether more came.
   */
  more: (read: readonly string[]) => Promise<boolean>;
  observe: () => Promise<ObserveAnswer>;
  /** PNG of what is in view. */
  screenshot: () => Promise<Uint8Array>;
  cookies: () => Promise<Cookie[]>;
  /** Of the page that is shown those entries of its local storage that are there. */
  localStorage: (names: readonly string[]) => Promise<StorageEntry[]>;
  /** Hands a file over, to be named in a later `upload` step. */
  putFile: (file: PageFile) => Promise<string>;
  download: (url: string, options: { maxBytes: number }) => Promise<Download>;
  close: () => Promise<void>;
};

/** A session for who holds stored cookies but no key: they are opened behind the service's door. */
export type SealedSession = PageDriver & {
  /** Throws `unopenable` when the cookies are not those of this row and owner; nothing was done then. */
  sealedCookieLogin: (request: SealedCookieLoginRequest) => Promise<PageState>;
};

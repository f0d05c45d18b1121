import { z } from "zod";

/** How an element of a page is found. Roles and labels outlive markup; a selector is the last resort. */
export const Target = z.union([
  z.strictObject({ role: z.string(), name: z.string(), exact: z.boolean().optional() }),
  z.strictObject({ label: z.string(), exact: z.boolean().optional() }),
  z.strictObject({ css: z.string() }),
]);
export type Target = z.infer<typeof Target>;

const cookieName = z.string().min(1).max(4096);

/** A cookie as Playwright takes and gives it. `expires` is in seconds since 1970; -1: with the browser. */
export const Cookie = z.object({
  name: cookieName,
  value: z.string(),
  domain: z.string(),
  path: z.string().default("/"),
  expires: z.number().default(-1),
  httpOnly: z.boolean().default(false),
  secure: z.boolean().default(false),
  sameSite: z.enum(["Strict", "Lax", "None"]).default("Lax"),
});
export type Cookie = z.infer<typeof Cookie>;

/** What a page of an origin keeps in its local storage. */
export const StorageEntry = z.object({
  origin: z.url(),
  name: z.string().min(1).max(512),
  value: z.string().max(64 * 1024),
});
export type StorageEntry = z.infer<typeof StorageEntry>;

const LocalStorage = z.array(StorageEntry).max(50);

/**
 * A stored session, as it is sealed: its cookies, or those together with what the site keeps in local
 * storage. Sealed by `sealedSession`.
 */
export const StoredCookies = z.union([
  z
    .array(Cookie)
    .min(1)
    .max(500)
    .transform((cookies) => ({ cookies, local_storage: [] as StorageEntry[] })),
  z.object({ cookies: z.array(Cookie).max(500), local_storage: LocalStorage.min(1) }),
]);
export type StoredCookies = z.output<typeof StoredCookies>;

/** A session as `StoredCookies` reads it. */
export function sealedSession({ cookies, local_storage }: StoredCookies): object {
  return local_storage.length === 0 ? cookies : { cookies, local_storage };
}

/** `POST /sessions`: a browser of its own for one account. It reaches the named hosts and no others. */
export const StartRequest = z.strictObject({
  /** `host` or `host:port`; a leading `*.` takes every subdomain. */
  allowed_hosts: z.array(z.string().min(1)).min(1).max(50),
  user_agent: z.string().max(512).optional(),
  /** Whose session it is: what its pages keep on the device is there again the next time. */
  account: z.uuid().optional(),
  locale: z.string().max(35).optional(),
  timezone: z.string().max(64).optional(),
  /** The answer's connection stays open, and the session ends with it: so it does not outlive a caller that dies. */
  tied: z.boolean().optional(),
});
export type StartRequest = z.infer<typeof StartRequest>;
export const StartAnswer = z.object({ session_id: z.string(), user_agent: z.string() });
export type StartAnswer = z.infer<typeof StartAnswer>;

/** `POST /sessions/:id/cookie_login`: puts cookies in and opens a page with them. */
export const CookieLoginRequest = z.strictObject({
  cookies: z.array(Cookie).max(500),
  /** Put in before the first page of its origin. */
  local_storage: LocalStorage.optional(),
  url: z.url(),
});
export type CookieLoginRequest = z.infer<typeof CookieLoginRequest>;

/**
 * `POST /sessions/:id/sealed_cookie_login`: the same with the sealed cookies of a stored session, which
 * the service opens itself. They open only as those of this row of this owner.
 */
export const SealedCookieLoginRequest = z.strictObject({
  sealed: z.string().max(2 * 1024 * 1024),
  row_id: z.uuid(),
  owner_id: z.uuid(),
  url: z.url(),
});
export type SealedCookieLoginRequest = z.infer<typeof SealedCookieLoginRequest>;

const timeout = z.int().min(100).max(600_000).optional();

/**
 * An element in a person's words: "the button that signs in". Where a language model is configured, it
 * looks for that when the target is not there; it never learns the value.
 */
const what = z.string().min(1).max(500).optional();

/** `POST /sessions/:id/navigate` */
export const NavigateRequest = z.strictObject({ url: z.url(), timeout_ms: timeout });
export type NavigateRequest = z.infer<typeof NavigateRequest>;

const step = { target: Target, what, timeout_ms: timeout };

/**
 * `POST /sessions/:id/act`: one step. A click with `navigates` waits for the page that it leads to and
 * answers with that page's state.
 */
export const ActRequest = z.discriminatedUnion("action", [
  /** A `secret` is typed into no field that the model found but one for passwords, and nothing else is into that. */
  z.strictObject({
    ...step,
    action: z.literal("fill"),
    value: z.string(),
    secret: z.boolean().optional(),
  }),
  z.strictObject({ ...step, action: z.literal("select"), value: z.string() }),
  z.strictObject({ ...step, action: z.literal("click"), navigates: z.boolean().default(false) }),
  /** `files` are handles that `PUT /sessions/:id/files` has given out. */
  z.strictObject({ ...step, action: z.literal("upload"), files: z.array(z.string()).max(50) }),
  /** Makes sure that what is to be clicked later on this page is there, once, and can be used. */
  z.strictObject({ ...step, action: z.literal("find") }),
]);
export type ActRequest = z.input<typeof ActRequest>;

/**
 * What a page is after a step. `status` is that of the document's answer, null when no document was
 * loaded; `retry_after_ms` is its Retry-After.
 */
export const PageState = z.object({
  url: z.url(),
  title: z.string(),
  status: z.int().nullable(),
  retry_after_ms: z.int().nonnegative().nullable(),
});
export type PageState = z.infer<typeof PageState>;

/** One thing to read: its text, or an attribute of it; `all` reads every match. */
export const Extraction = z.strictObject({
  /** Empty: the row itself. */
  css: z.string(),
  attribute: z.string().optional(),
  all: z.boolean().optional(),
});
export type Extraction = z.infer<typeof Extraction>;

/** `POST /sessions/:id/extract`: reads the same fields from each element of `rows`, in order. */
export const ExtractRequest = z.strictObject({
  /** CSS; one row an element. `:root` for the page itself. */
  rows: z.string().min(1),
  fields: z.record(z.string(), Extraction),
});
export type ExtractRequest = z.infer<typeof ExtractRequest>;
export const ExtractAnswer = z.object({
  rows: z.array(z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))),
});
export type ExtractAnswer = z.infer<typeof ExtractAnswer>;

/**
 * One thing to read, in a person's words. Its text, or the first of `attributes` that the element, one
 * around it or the only one inside it has.
 */
export const Meaning = z.strictObject({
  what: z.string().min(1).max(500),
  attributes: z
    .array(z.string().regex(/^[a-z][a-z-]*$/, "is no attribute"))
    .max(5)
    .optional(),
  all: z.boolean().optional(),
});
export type Meaning = z.infer<typeof Meaning>;

/**
 * `POST /sessions/:id/read`: what `extract` reads, for a page whose markup is not known. A language
 * model says which elements are meant; what they hold is read from the page, word for word.
 */
export const ReadRequest = z.strictObject({
  fields: z.record(z.string(), Meaning),
  /** What there are many of, such as posts, each with the same fields. */
  rows: z.strictObject({ what: z.string(), fields: z.record(z.string(), Meaning) }).optional(),
});
export type ReadRequest = z.infer<typeof ReadRequest>;
const ReadFields = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]));
/** `read` is null where no language model is configured. */
export const ReadAnswer = z.object({
  read: z.object({ fields: ReadFields, rows: z.array(ReadFields) }).nullable(),
});
export type ReadAnswer = z.infer<typeof ReadAnswer>;

/**
 * `POST /sessions/:id/more`: lets a list that grows as one scrolls grow. `read` are the addresses that its
 * rows which were read link to; those are not shown any more.
 */
export const MoreRequest = z.strictObject({
  read: z.array(z.url()).max(10_000),
  timeout_ms: timeout,
});
export type MoreRequest = z.infer<typeof MoreRequest>;
export const MoreAnswer = z.object({ grew: z.boolean() });

/** `GET /sessions/:id/observe`: what a person could press or fill in, by role and name. */
export const ObserveAnswer = z.object({
  state: PageState,
  elements: z.array(z.object({ role: z.string(), name: z.string(), disabled: z.boolean() })),
});
export type ObserveAnswer = z.infer<typeof ObserveAnswer>;

/** `GET /sessions/:id/cookies` */
export const CookiesAnswer = z.object({ cookies: z.array(Cookie) });
export type CookiesAnswer = z.infer<typeof CookiesAnswer>;

/** `POST /sessions/:id/local_storage`: of the page that is shown those entries that are there. */
export const LocalStorageRequest = z.strictObject({
  names: z.array(z.string().min(1).max(512)).min(1).max(50),
});
export const LocalStorageAnswer = z.object({ local_storage: z.array(StorageEntry) });
export type LocalStorageAnswer = z.infer<typeof LocalStorageAnswer>;

/** `PUT /sessions/:id/files?name=…` with the bytes as body: a handle for `act` with `upload`. */
export const FileAnswer = z.object({ file: z.string() });
export type FileAnswer = z.infer<typeof FileAnswer>;

/** `GET /profiles`: the accounts of which something is kept between their sessions. */
export const ProfilesAnswer = z.object({ accounts: z.array(z.uuid()) });
export type ProfilesAnswer = z.infer<typeof ProfilesAnswer>;

/** `POST /sessions/:id/download`: fetches with the session's cookies; answers the bytes and their type. */
export const DownloadRequest = z.strictObject({
  url: z.url(),
  max_bytes: z.int().positive(),
  timeout_ms: timeout,
});
export type DownloadRequest = z.infer<typeof DownloadRequest>;

export {
  type BrowserClient,
  type BrowserClientOptions,
  createBrowserClient,
} from "./create-browser-client.ts";
export type { Download, PageDriver, PageFile, SealedSession } from "./page-driver.ts";
export {
  ActRequest,
  Cookie,
  CookieLoginRequest,
  CookiesAnswer,
  DownloadRequest,
  ExtractAnswer,
  Extraction,
  ExtractRequest,
  FileAnswer,
  NavigateRequest,
  ObserveAnswer,
  PageState,
  SealedCookieLoginRequest,
  StartAnswer,
  StartRequest,
  StoredCookies,
  Target,
} from "./requests.ts";

export { BrowserUrls, homesOf } from "./browser-services.ts";
export { modelCallsHeader } from "./call-service.ts";
export {
  type BrowserClient,
  type BrowserClientOptions,
  createBrowserClient,
} from "./create-browser-client.ts";
export { mostReadings } from "./most-readings.ts";
export { LiveInput, LiveOutput, liveViewAddress } from "./live-view.ts";
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
  LocalStorageAnswer,
  LocalStorageRequest,
  Meaning,
  MoreAnswer,
  MoreRequest,
  NavigateRequest,
  ObserveAnswer,
  PageState,
  ProfilesAnswer,
  ReadAnswer,
  ReadRequest,
  SealedCookieLoginRequest,
  sealedSession,
  StartAnswer,
  StartRequest,
  StorageEntry,
  StoredCookies,
  Target,
} from "./requests.ts";

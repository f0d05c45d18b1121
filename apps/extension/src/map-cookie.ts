import type { CapturedCookie } from "@genie/pairing";
import type { Browser } from "wxt/browser";

/** What we take of a cookie as the browser describes it. */
export type BrowserCookie = Pick<
  Browser.cookies.Cookie,
  | "domain"
  | "expirationDate"
  | "hostOnly"
  | "httpOnly"
  | "name"
  | "path"
  | "sameSite"
  | "secure"
  | "session"
  | "value"
>;

/** The cookie as it is handed over; another browser with it is sent to where this one sends it. */
export function mapCookie(cookie: BrowserCookie): CapturedCookie {
  const { name, value, path, httpOnly, secure } = cookie;
  const host = cookie.domain.replace(/^\./, "");
  return {
    name,
    value,
    domain: cookie.hostOnly ? host : `.${host}`,
    path,
    expires: expiresOf(cookie),
    httpOnly,
    secure,
    sameSite: sameSiteOf(cookie),
  };
}

function expiresOf({ session, expirationDate }: BrowserCookie): number {
  return session || expirationDate === undefined ? -1 : Math.floor(expirationDate);
}

/** Browsers take a cookie that says nothing for Lax, and refuse None without Secure. */
function sameSiteOf({ sameSite, secure }: BrowserCookie): CapturedCookie["sameSite"] {
  if (sameSite === "strict") return "Strict";
  return sameSite === "no_restriction" && secure ? "None" : "Lax";
}

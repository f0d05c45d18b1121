import type { Cookie } from "@genie/browser-client";
import { Cookie as JarCookie, type CookieJar } from "tough-cookie";

/** Puts a cookie in as the site itself would have. */
export async function intoJar(jar: CookieJar, cookie: Cookie): Promise<void> {
  const host = cookie.domain.replace(/^\./, "");
  const scheme = cookie.secure ? "https" : "http";
  await jar.setCookie(
    new JarCookie({
      key: cookie.name,
      value: cookie.value,
      path: cookie.path,
      httpOnly: cookie.httpOnly,
      secure: cookie.secure,
      ...(cookie.domain.startsWith(".") && { domain: host }),
      ...(cookie.expires > 0 && { expires: new Date(cookie.expires * 1000) }),
    }),
    `${scheme}://${host}${cookie.path}`,
    { ignoreError: true },
  );
}

/** All cookies of the jar, as a browser would give them. */
export async function fromJar(jar: CookieJar): Promise<Cookie[]> {
  const { cookies } = await jar.serialize();
  return cookies.flatMap(({ key, value, domain, path, expires, httpOnly, secure, hostOnly }) =>
    typeof key === "string" && typeof value === "string" && typeof domain === "string"
      ? [
          {
            name: key,
            value,
            domain: hostOnly === true ? domain : `.${domain}`,
            path: typeof path === "string" ? path : "/",
            expires: secondsOf(expires),
            httpOnly: httpOnly === true,
            secure: secure === true,
            sameSite: "Lax" as const,
          },
        ]
      : [],
  );
}

function secondsOf(expires: unknown): number {
  const date = typeof expires === "string" ? Date.parse(expires) : Number.NaN;
  return Number.isNaN(date) ? -1 : Math.floor(date / 1000);
}

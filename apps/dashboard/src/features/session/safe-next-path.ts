export const homePath = "/app";

const base = "http://dashboard.invalid";

/**
 * Where to go after logging in: a page of our own, or Home. Parsed as a browser parses it, because
 * "/\\evil.example", "/\t/evil.example" and "/.//evil.example" all lead elsewhere.
 */
export function safeNextPath(next: string | string[] | null | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, base)) {
    return homePath;
  }
  const { origin, pathname, search, hash } = new URL(next, base);
  const isOurs = origin === base && /^\/(?:app|admin)(?:\/|$)/.test(pathname);
  return isOurs ? `${pathname}${search}${hash}` : homePath;
}

/** The log-in page, coming back to `path` afterwards. */
export function loginPath(path: string): string {
  return path === homePath ? "/login" : `/login?next=${encodeURIComponent(path)}`;
}

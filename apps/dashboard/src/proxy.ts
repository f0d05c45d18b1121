import { type NextRequest, NextResponse } from "next/server";
import { env } from "#env";
import { contentSecurityPolicy } from "#features/http/content-security-policy.ts";
import { nonceHeader } from "#features/http/nonce-header.ts";
import { pathHeader } from "#features/session/path-header.ts";

/** Gives each page its Content-Security-Policy, and tells it under which address it was asked for. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    origin: new URL(env().DASHBOARD_URL).origin,
    dev: isDevelopment(),
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(nonceHeader, nonce);
  headers.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/|.*\\.svg$).*)"] };

function isDevelopment(): boolean {
  // oxlint-disable-next-line node/no-process-env -- replaced by a constant when Next builds
  return process.env.NODE_ENV === "development";
}

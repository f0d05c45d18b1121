/** The name of the session cookie: `__Host-` binds it to its origin, which browsers allow on https only. */
export function sessionCookieName(dashboardUrl: string): string {
  return dashboardUrl.startsWith("https:") ? "__Host-genie_session" : "directus_session_token";
}

/**
 * Scripts and style sheets by nonce only; what a nonced script loads is trusted ("strict-dynamic").
 * Style attributes are allowed: React renders them and they cannot run script.
 */
export function contentSecurityPolicy(options: {
  nonce: string;
  /** Where the dashboard is public. */
  origin: string;
  dev: boolean;
}): string {
  const { nonce, origin, dev } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    // The one frame there is, on /admin; nothing of ours is ever in one.
    `frame-src ${origin}/api/directus/admin/`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(origin.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

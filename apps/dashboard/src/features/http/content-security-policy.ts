/**
 * Scripts and style sheets by nonce only; what a nonced script loads is trusted ("strict-dynamic").
 * Style attributes are allowed: React renders them and they cannot run script.
 */
export function contentSecurityPolicy(options: {
  nonce: string;
  https: boolean;
  dev: boolean;
}): string {
  const { nonce, https, dev } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

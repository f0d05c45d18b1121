const yearS = 31_536_000;

/** What every page and handler of ours answers with; the CSP, which has a nonce, is src/proxy.ts'. */
export function securityHeaders(publicOrigin: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy":
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    ...(publicOrigin.startsWith("https:") && {
      "strict-transport-security": `max-age=${yearS}; includeSubDomains`,
    }),
  };
}

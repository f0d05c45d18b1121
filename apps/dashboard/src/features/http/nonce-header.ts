/** Carries the nonce of the page's Content-Security-Policy from src/proxy.ts to the root layout. */
export const nonceHeader = "x-nonce";

import { normalisePairingCode } from "./pairing-code.ts";

/**
 * What is copied in one go: the server's address with the code behind the `#`, which browsers send to
 * nobody.
 */
export function pairingLink(origin: string, code: string): string {
  return `${origin}/app/settings/extension#pair=${code}`;
}

/** The server and the code of a pairing link; null for any other text. */
export function readPairingLink(text: string): { origin: string; code: string } | null {
  const url = URL.parse(text.trim());
  const code = normalisePairingCode(/^#pair=(.+)$/.exec(url?.hash ?? "")?.[1] ?? "");
  if (url === null || code === null || !/^https?:$/.test(url.protocol)) return null;
  return { origin: url.origin, code };
}

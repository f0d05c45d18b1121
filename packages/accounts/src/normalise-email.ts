import { z } from "zod";

const Address = z.email();

/**
 * One spelling for each address: trimmed, NFC, lower case, the domain in ASCII (IDNA). Undefined
 * for what is no e-mail address.
 */
export function normaliseEmail(text: string): string | undefined {
  const address = text.trim().normalize("NFC").toLowerCase();
  const at = address.lastIndexOf("@");
  const domain = asciiDomain(address.slice(at + 1));
  const normal = `${address.slice(0, Math.max(at, 0))}@${domain ?? ""}`;
  return normal.length <= 254 && Address.safeParse(normal).success ? normal : undefined;
}

function asciiDomain(domain: string): string | undefined {
  // A URL's host is IDNA-mapped; other parts of a URL must not slip in with it.
  if (!/^[^\s/?#@:\\[\]%]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  return new URL(`http://${domain}`).hostname;
}

import { AppError } from "@genie/errors";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

const usualMaxBytes = 16 * 1024;

/** The body as text, at most 16 KiB unless more is allowed. Throws `invalid_input` when it is larger. */
export async function readBody(request: Request, maxBytes = usualMaxBytes): Promise<string> {
  const { requests } = messagesFor(defaultLocale);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw new AppError("invalid_input", requests.tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Throws `invalid_input` when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { requests } = messagesFor(defaultLocale);
    throw new AppError("invalid_input", requests.malformed, { cause });
  }
}

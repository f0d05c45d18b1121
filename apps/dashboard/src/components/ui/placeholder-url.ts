import { thumbHashToDataURL } from "thumbhash";

// The shortest ThumbHash: five bytes of head and the least of colour.
const fewestBytes = 6;

/** What a picture looks like, roughly, from its ThumbHash in base64: a `data:` address; null where it is none. */
export function placeholderUrl(placeholder: string): string | null {
  if (!/^[\w+/]+=*$/.test(placeholder)) return null;
  const bytes = Uint8Array.from(atob(placeholder), (letter) => letter.charCodeAt(0));
  return bytes.length < fewestBytes ? null : thumbHashToDataURL(bytes);
}

import { AppError } from "@genie/errors";

const loopback = /^(127(\.\d+){3}|\[::1\]|localhost|[\w.-]+\.localhost)$/;

/**
 * The origin of the server that somebody typed. Throws `invalid_input` for what is no address, and for one
 * without encryption that is not on this machine: a session would be read on its way.
 */
export function serverOrigin(typed: string): string {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || text === "" || !/^https?:$/.test(url.protocol)) {
    throw new AppError(
      "invalid_input",
      "This is no address. Enter it as the dashboard shows it, such as https://genie.example.",
    );
  }
  if (url.protocol === "http:" && !loopback.test(url.hostname)) {
    throw new AppError(
      "invalid_input",
      "This address has no encryption, so a session could be read on its way. Use the one with https.",
    );
  }
  return url.origin;
}

import { type Answer, call } from "@genie/testing";

const version = { "tus-resumable": "1.0.0" };

/** Announces an upload as a program does; the fields are sent as they are said. */
export function announce(
  token: string | undefined,
  sizeBytes: number,
  fields: Record<string, string> = { filename_download: "picture.png", type: "image/png" },
  headers: Record<string, string> = {},
  to?: string,
): Promise<Answer> {
  const metadata = Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");
  return call("POST", "/files/tus", {
    token,
    ...(to !== undefined && { to }),
    headers: {
      ...version,
      "upload-length": String(sizeBytes),
      ...(metadata !== "" && { "upload-metadata": metadata }),
      ...headers,
    },
  });
}

/** The id of an upload that was announced. */
export function uploadOf({ headers, text }: Answer): string {
  const id = headers.get("location")?.split("/").at(-1);
  if (id === undefined) throw new Error(`The upload was refused: ${text}`);
  return id;
}

/** Sends a part. */
export const sendPart = (
  token: string | undefined,
  upload: string,
  offset: number,
  content: Buffer,
  headers: Record<string, string> = {},
  to?: string,
): Promise<Answer> =>
  call("PATCH", `/files/tus/${upload}`, {
    token,
    ...(to !== undefined && { to }),
    body: new Uint8Array(content),
    headers: {
      ...version,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
      ...headers,
    },
  });

export const askOffset = (
  token: string | undefined,
  upload: string,
  to?: string,
): Promise<Answer> =>
  call("HEAD", `/files/tus/${upload}`, {
    token,
    headers: version,
    ...(to !== undefined && { to }),
  });

export const endUpload = (token: string | undefined, upload: string): Promise<Answer> =>
  call("DELETE", `/files/tus/${upload}`, { token, headers: version });

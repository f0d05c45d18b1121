import { request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";

export type Asking = {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** The certificate that is trusted. */
  ca: string;
  /** The loopback address that the request comes from. */
  from?: string;
};

export type Said = { status: number; headers: IncomingHttpHeaders; text: string };

/** Asks a server with a certificate of its own, from an address of one's choice. An upgrade answers 101 and is closed. */
export function ask(
  url: string,
  { method = "GET", headers, body, ca, from }: Asking,
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, ca, ...(from !== undefined && { localAddress: from }) };
    const asked = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("error", reject);
      response.once("end", () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, headers: answered, text: Buffer.concat(parts).toString() });
      });
    });
    asked.once("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: "" });
    });
    asked.once("error", reject);
    asked.end(body);
  });
}

import { type IncomingHttpHeaders, type RequestOptions, request } from "node:http";
import { request as requestTls } from "node:https";

export type Asking = {
  method?: string;
  /** As they are sent, `host` included. */
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** The certificate that is trusted besides those of the machine. */
  ca?: string;
  /** The loopback address that the request comes from. */
  from?: string;
};

export type Said = { status: number; headers: IncomingHttpHeaders; text: string };

/**
 * Asks a server of this machine as `fetch` can't: under any host and from an address of one's choice. An upgrade
 * answers 101 and is closed.
 */
export function ask(
  url: string,
  { method = "GET", headers, body, ca, from }: Asking = {},
): Promise<Said> {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const options: RequestOptions & { servername: string; ca?: string } = {
    // From an address of IPv4 nothing reaches the other one that the name stands for.
    host: hostname === "localhost" ? "127.0.0.1" : hostname,
    servername: hostname,
    port,
    path: `${pathname}${search}`,
    method,
    ...(headers && { headers }),
    ...(ca !== undefined && { ca }),
    ...(from !== undefined && { localAddress: from }),
  };
  return new Promise((resolve, reject) => {
    const asked = (protocol === "https:" ? requestTls : request)(options, (response) => {
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

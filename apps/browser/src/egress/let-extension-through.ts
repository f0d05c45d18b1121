import { connect } from "node:net";
import { type Duplex, pipeline } from "node:stream";

/** The debugger of the session's own Chromium, for the one extension that works with it. */
export type ExtensionWay = {
  /** `host:port`; null until it is known. */
  host: () => string | null;
  /** `chrome-extension://…`: Chromium writes it into each WebSocket's request, and no page can. */
  origin: string;
};

const mostHeadBytes = 16 * 1024;

/**
 * Takes a tunnel to the debugger and lets it through once its first request shows that it is the
 * extension's WebSocket. Everything else is cut off before a byte has reached the debugger.
 */
export function letExtensionThrough(
  { host, origin }: ExtensionWay,
  socket: Duplex,
  onRefused: () => void,
): undefined {
  let head = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const isWhole = head.includes("\r\n\r\n");
    if (!isWhole && head.length < mostHeadBytes) return;
    socket.off("data", read);
    socket.pause();
    const [address = "", port = ""] = (host() ?? "").split(":");
    if (!isWhole || !isOfExtension(head, origin)) {
      onRefused();
      socket.destroy();
      return;
    }
    const upstream = connect({ host: address, port: Number(port) });
    upstream.once("error", () => socket.destroy());
    upstream.once("connect", () => {
      upstream.write(head);
      pipeline(upstream, socket, () => socket.destroy());
      pipeline(socket, upstream, () => upstream.destroy());
    });
  };
  socket.on("data", read);
  socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
  return undefined;
}

function isOfExtension(head: Buffer, origin: string): boolean {
  const [requestLine = "", ...headers] = head
    .subarray(0, head.indexOf("\r\n\r\n"))
    .toString("latin1")
    .split("\r\n");
  const origins = headers.filter((header) => /^origin:/i.test(header));
  return (
    /^GET \/devtools\/browser\/[\w-]+ HTTP\/1\.1$/.test(requestLine) &&
    origins.length === 1 &&
    origins[0]?.slice("origin:".length).trim() === origin
  );
}

import { LiveOutput, liveViewAddress } from "@genie/browser-client";
import { once } from "node:events";
import { WebSocket } from "ws";

export type Viewer = Awaited<ReturnType<typeof openLive>>;

/** A viewer of a session. It asks for the next picture by itself, unless it is told not to. */
export async function openLive(
  serviceUrl: string,
  sessionId: string,
  { token, showsAll = true }: { token: string; showsAll?: boolean },
) {
  const headers = { Authorization: `Bearer ${token}` };
  const socket = new WebSocket(liveViewAddress(serviceUrl, sessionId), { headers });
  const said: LiveOutput[] = [];
  const pictures: Buffer[] = [];
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  socket.on("message", (data, isBinary) => {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.alloc(0);
    if (isBinary) {
      pictures.push(bytes);
      if (showsAll) say({ type: "shown" });
    } else said.push(LiveOutput.parse(JSON.parse(bytes.toString())));
  });
  const closed = once(socket, "close").then(([code, reason]) => ({
    code: Number(code),
    reason: String(reason),
  }));
  await once(socket, "open");
  return {
    socket,
    say,
    said,
    pictures,
    closed,
    page: () => said.findLast((output) => output.type === "page"),
    notices: () => said.flatMap((output) => (output.type === "notice" ? [output.sentence] : [])),
    click: (x: number, y: number) => {
      const at = { type: "pointer", x, y, button: "left", clicks: 1 };
      say({ ...at, kind: "down" });
      say({ ...at, kind: "up" });
    },
    press: (key: string, { code = "", text = "", modifiers = 0 } = {}) => {
      say({ type: "key", kind: "down", key, code, text, modifiers });
      say({ type: "key", kind: "up", key, code, modifiers });
    },
    leave: async () => {
      socket.close();
      await closed;
    },
  };
}

/** Width and height, from the frame header of a JPEG. */
export function sizeOfJpeg(jpeg: Buffer): [number, number] {
  let at = 2;
  while (at < jpeg.length) {
    const marker = jpeg.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc2)
      return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error("These bytes are no JPEG.");
}

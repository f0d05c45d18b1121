import { once } from "node:events";
import { createServer } from "node:net";

/** A server on all addresses of this machine that nobody may reach; it counts who does. */
export async function startCanary() {
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  server.listen(0);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    hits: () => hits,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}

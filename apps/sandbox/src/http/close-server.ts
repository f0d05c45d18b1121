import { once } from "node:events";
import type { Server } from "node:http";

const patienceMs = 3000;

/** Lets answers under way finish, for three seconds at most, and ends every connection. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  // A connection that becomes idle after the call above would be kept for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(patience);
}

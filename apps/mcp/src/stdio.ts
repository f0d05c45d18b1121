import { messageForPeople } from "@genie/errors";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createMcpServer } from "./create-mcp-server.ts";
import { readStdioEnv } from "./env.ts";

try {
  const { GENIE_URL, GENIE_TOKEN } = readStdioEnv();
  const options = { directusUrl: `${GENIE_URL}/api/directus`, token: GENIE_TOKEN };
  // What the agent reads is on standard output, so nothing else may be written there.
  serveStdio(() => createMcpServer(options), {
    onerror: ({ message }) => void process.stderr.write(`${message}\n`),
  });
} catch (error) {
  process.stderr.write(`${messageForPeople(error)}\n`);
  process.exit(1);
}

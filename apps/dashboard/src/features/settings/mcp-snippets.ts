/** The programs whose settings are said word by word. */
export const mcpPrograms = ["claude", "vscode", "cursor"] as const;
export type McpProgram = (typeof mcpPrograms)[number];

type Server = { origin: string; token: string };

/** What goes into a program's settings file, so that it works for her with that token; as in `docs/agents.md`. */
export function mcpSnippet(program: McpProgram, server: Server): string {
  return JSON.stringify(snippets[program](server), null, 2);
}

/** Where the file is. */
export const mcpFiles = {
  claude: "claude_desktop_config.json",
  vscode: ".vscode/mcp.json",
  cursor: "~/.cursor/mcp.json",
} satisfies Record<McpProgram, string>;

const name = "genie-helper";

const remote = ({ origin, token }: Server) => ({
  url: `${origin}/mcp`,
  headers: { Authorization: `Bearer ${token}` },
});

const snippets = {
  // Claude Desktop starts programs and opens no addresses by itself.
  claude: ({ origin, token }) => ({
    mcpServers: {
      [name]: {
        command: "node",
        args: ["/path/to/genie-helper/scripts/mcp.mjs"],
        env: { GENIE_URL: origin, GENIE_TOKEN: token },
      },
    },
  }),
  vscode: (server) => ({ servers: { [name]: { type: "http", ...remote(server) } } }),
  cursor: (server) => ({ mcpServers: { [name]: remote(server) } }),
} satisfies Record<McpProgram, (server: Server) => unknown>;

import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

export type Agent = {
  call: (tool: string, input?: Record<string, unknown>) => Promise<Called>;
  listTools: Client["listTools"];
  close: () => Promise<void>;
};

/** `value` is what the text says as JSON, and undefined where it is a sentence of the tool itself. */
export type Called = { text: string; failed: boolean; value: unknown };

/** Connects as agents do, by the newest revision of the protocol or by the last with `initialize`. */
export async function connectAgent(
  url: string,
  token: string,
  revision: "legacy" | "2026-07-28" = "2026-07-28",
): Promise<Agent> {
  const mode = revision === "legacy" ? revision : { pin: revision };
  const client = new Client(
    { name: "an agent", version: "1.0.0" },
    { versionNegotiation: { mode } },
  );
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
  );
  return {
    call: async (name, input = {}) => {
      const { content, isError } = await client.callTool({ name, arguments: input });
      const [first] = content;
      const text = first?.type === "text" ? first.text : "";
      return { text, failed: isError === true, value: parsed(text) };
    },
    listTools: () => client.listTools(),
    close: () => client.close(),
  };
}

/** The text; of what the house refused its sentence. */
export function sayingOf({ text, failed, value }: Called): string {
  if (!failed || value === undefined) return text;
  return (value as { untrusted: { message: string } }).untrusted.message;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { z } from "zod";
import { picture } from "./fixture-contents.ts";
import { addFixtureTools } from "./fixture-tools.ts";

/**
 * A server of everything that the official conformance suite asks for; without sessions less what would wait there
 * for an answer that can't come.
 */
export function createFixtureServer({ inSessions }: { inSessions: boolean }): McpServer {
  const server = new McpServer(
    { name: "fixtures", version: "1.0.0" },
    {
      capabilities: {
        tools: {},
        resources: { subscribe: true },
        prompts: {},
        logging: {},
        completions: {},
      },
    },
  );
  addFixtureTools(server, inSessions);
  addResources(server);
  addPrompts(server);
  const { server: protocol } = server;
  protocol.setRequestHandler("resources/subscribe", () => ({}));
  protocol.setRequestHandler("resources/unsubscribe", () => ({}));
  protocol.setRequestHandler("logging/setLevel", () => ({}));
  protocol.setRequestHandler("completion/complete", () => ({ completion: { values: [] } }));
  return server;
}

function addResources(server: McpServer): void {
  const texts = {
    "test://static-text": "This is the content of the static text resource.",
    "test://watched-resource": "Watched resource content",
  };
  for (const [uri, text] of Object.entries(texts)) {
    server.registerResource(uri, uri, { mimeType: "text/plain" }, async () => ({
      contents: [{ uri, mimeType: "text/plain", text }],
    }));
  }
  const binary = "test://static-binary";
  server.registerResource(binary, binary, { mimeType: "image/png" }, async () => ({
    contents: [{ uri: binary, mimeType: "image/png", blob: picture }],
  }));
  server.registerResource(
    "template",
    new ResourceTemplate("test://template/{id}/data", { list: undefined }),
    { mimeType: "application/json" },
    async (uri, { id }) => ({
      contents: [
        {
          uri: uri.toString(),
          mimeType: "application/json",
          text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${String(id)}` }),
        },
      ],
    }),
  );
}

function addPrompts(server: McpServer): void {
  server.registerPrompt("test_simple_prompt", { description: "Simple." }, async () => ({
    messages: [says("This is a simple prompt for testing.")],
  }));
  server.registerPrompt(
    "test_prompt_with_arguments",
    {
      description: "With arguments.",
      argsSchema: z.object({ arg1: z.string(), arg2: z.string() }),
    },
    async ({ arg1, arg2 }) => ({
      messages: [says(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
    }),
  );
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "With a resource.", argsSchema: z.object({ resourceUri: z.string() }) },
    async ({ resourceUri: uri }) => ({
      messages: [
        {
          role: "user",
          content: {
            type: "resource",
            resource: { uri, mimeType: "text/plain", text: "Embedded" },
          },
        },
        says("Please process the embedded resource above."),
      ],
    }),
  );
  server.registerPrompt("test_prompt_with_image", { description: "With a picture." }, async () => ({
    messages: [
      { role: "user", content: { type: "image", data: picture, mimeType: "image/png" } },
      says("Please analyze the image above."),
    ],
  }));
}

const says = (text: string) => ({
  role: "user" as const,
  content: { type: "text" as const, text },
});

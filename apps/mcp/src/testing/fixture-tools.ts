import { setTimeout as wait } from "node:timers/promises";
import {
  type CallToolResult,
  fromJsonSchema,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { formWithChoices, formWithDefaults, picture, sound } from "./fixture-contents.ts";

type Content = CallToolResult["content"];
const text = (said: string): Content[number] => ({ type: "text", text: said });

/** Tools that the official conformance suite calls by name, each as it describes them. */
export function addFixtureTools(server: McpServer, inSessions: boolean): void {
  addContents(server);
  addTalkative(server);
  if (inSessions) addAsking(server);
  server.registerTool(
    "json_schema_2020_12_tool",
    {
      description: "Has a schema with definitions.",
      inputSchema: fromJsonSchema({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        type: "object",
        $defs: {
          address: {
            type: "object",
            properties: { street: { type: "string" }, city: { type: "string" } },
          },
        },
        properties: { name: { type: "string" }, address: { $ref: "#/$defs/address" } },
        additionalProperties: false,
      }),
    },
    async () => ({ content: [text("done")] }),
  );
  server.registerTool("test_error_handling", { description: "Fails." }, async () => {
    throw new Error("This tool intentionally returns an error for testing");
  });
}

function addContents(server: McpServer): void {
  const image: Content[number] = { type: "image", data: picture, mimeType: "image/png" };
  const contents: Record<string, Content> = {
    test_simple_text: [text("This is a simple text response for testing.")],
    test_image_content: [image],
    test_audio_content: [{ type: "audio", data: sound, mimeType: "audio/wav" }],
    test_embedded_resource: [
      embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."),
    ],
    test_multiple_content_types: [
      text("Multiple content types test:"),
      image,
      embedded("test://mixed-content-resource", "application/json", '{"test":"data","value":123}'),
    ],
  };
  for (const [name, content] of Object.entries(contents)) {
    server.registerTool(name, { description: "Answers always the same." }, async () => ({
      content,
    }));
  }
}

/** These say something before they answer. */
function addTalkative(server: McpServer): void {
  const none = { inputSchema: z.object({}) };
  server.registerTool(
    "test_tool_with_logging",
    { description: "Logs three lines.", ...none },
    async (_input, { mcpReq }) => {
      for (const data of ["Tool execution started", "Tool processing data", "Tool completed"]) {
        await mcpReq.notify({ method: "notifications/message", params: { level: "info", data } });
        await wait(20);
      }
      return { content: [text("logged")] };
    },
  );
  server.registerTool(
    "test_tool_with_progress",
    { description: "Tells how far it is.", ...none },
    async (_input, { mcpReq }) => {
      const { _meta: { progressToken } = {} } = mcpReq;
      for (const progress of progressToken === undefined ? [] : [0, 50, 100]) {
        await mcpReq.notify({
          method: "notifications/progress",
          params: { progressToken, progress, total: 100 },
        });
        await wait(20);
      }
      return { content: [text(String(progressToken))] };
    },
  );
}

/** These need a session: they ask the client, and answer when it has. */
function addAsking(server: McpServer): void {
  server.registerTool(
    "test_sampling",
    { description: "Has the client ask its model.", inputSchema: z.object({ prompt: z.string() }) },
    async ({ prompt }, { mcpReq }) => {
      const answer = await mcpReq.send({
        method: "sampling/createMessage",
        params: {
          messages: [{ role: "user", content: { type: "text", text: prompt } }],
          maxTokens: 100,
        },
      });
      return { content: [text(`LLM response: ${JSON.stringify(answer)}`)] };
    },
  );
  server.registerTool(
    "test_elicitation",
    { description: "Asks the person.", inputSchema: z.object({ message: z.string() }) },
    ({ message }, context) =>
      ask(context, message, {
        type: "object",
        properties: { response: { type: "string" } },
        required: ["response"],
      }),
  );
  server.registerTool(
    "test_reconnection",
    { description: "Ends its stream before it answers.", inputSchema: z.object({}) },
    async (_input, { http }) => {
      http?.closeSSE?.();
      await wait(100);
      return { content: [text("You are back.")] };
    },
  );
  const forms = {
    test_elicitation_sep1034_defaults: formWithDefaults,
    test_elicitation_sep1330_enums: formWithChoices,
  };
  for (const [name, form] of Object.entries(forms)) {
    server.registerTool(
      name,
      { description: "Asks with a form.", inputSchema: z.object({}) },
      (_input, context) => ask(context, "Please choose.", form),
    );
  }
}

const embedded = (uri: string, mimeType: string, text: string): Content[number] => ({
  type: "resource",
  resource: { uri, mimeType, text },
});

const ask = async ({ mcpReq }: ServerContext, message: string, requestedSchema: object) => {
  const answer = await mcpReq.send({
    method: "elicitation/create",
    params: { message, requestedSchema },
  });
  return { content: [text(JSON.stringify(answer))] };
};

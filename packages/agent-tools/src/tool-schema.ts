import { z } from "zod";
import type { AgentTool } from "./agent-tool.ts";

export type JsonSchema = { type: "object"; [key: string]: unknown };

/** The JSON Schema (2020-12) of a tool's input, without what says nothing to a model. */
export function inputSchemaOf({ input }: AgentTool): JsonSchema {
  const { $schema: _said, ...schema } = z.toJSONSchema(input, {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.propertyNames;
      // Anything: clients warn of a schema that says nothing.
      if (isEmpty(jsonSchema.additionalProperties)) jsonSchema.additionalProperties = true;
    },
  });
  return { ...schema, type: "object" };
}

const isEmpty = (schema: unknown): boolean =>
  typeof schema === "object" && schema !== null && Object.keys(schema).length === 0;

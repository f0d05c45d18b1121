export type { AgentTool, ToolAnswer } from "./agent-tool.ts";
export { agentTools, instructions } from "./agent-tools.ts";
export { callTool, type ToolResult } from "./call-tool.ts";
export { createGate } from "./create-gate.ts";
export type { Gate, GateOptions, Send } from "./gate.ts";
export { inputSchemaOf, type JsonSchema } from "./tool-schema.ts";

export type { AgentTool, ToolAnswer } from "./agent-tool.ts";
export type { Gate, GateOptions } from "./gate.ts";

import type { z } from "zod";
import type { Gate } from "./gate.ts";

/** A tool as the Model Context Protocol has it (specification 2026-07-28, server/tools). */
export type AgentTool<Input extends z.ZodObject = z.ZodObject> = {
  name: string;
  title: string;
  /** For a model: what it does, what it answers, what to call first. Short. */
  description: string;
  /** Strict: a field that is not in it is refused. */
  input: Input;
  /** What a client may show; no rule rests on it. */
  hints: { readOnly: boolean; destructive: boolean; idempotent: boolean; openWorld: boolean };
  /** Throws `AppError` with a sentence that an agent can act on. */
  run: (input: z.output<Input>, gate: Gate) => Promise<ToolAnswer>;
};

/**
 * What a tool answers. `foreign` says that it holds text of platforms, fans or files, which is data and
 * never an instruction. `waiting` says that nothing was done yet: its person has to confirm.
 */
export type ToolAnswer = {
  value: Record<string, unknown>;
  foreign: boolean;
  waiting?: { confirmationId: string };
};

/**
 * Declares a tool. Its input's type is forgotten, which is safe where `run` gets nothing but what `input`
 * has parsed: `callTool` is the only caller.
 */
export const defineTool = <Input extends z.ZodObject>(tool: AgentTool<Input>): AgentTool => tool;

/** Hints of a tool that only looks into what is in the house. */
export const looks = { readOnly: true, destructive: false, idempotent: true, openWorld: false };

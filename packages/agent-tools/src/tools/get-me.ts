import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import type { Gate } from "../gate.ts";
import { longest, presentValue } from "../present-rows.ts";

export const getMe = defineTool({
  name: "get-me",
  title: "Who am I",
  description: "Whom you act for, her persona and brand voice, and what your token may do.",
  input: z.strictObject({}),
  hints: looks,
  run: async (_input, gate) => {
    const [user, persona, token] = await Promise.all([
      gate.read("/users/me", { fields: ["id", "first_name", "last_name", "email", "language"] }),
      readPersona(gate),
      mayBeRefused(gate, "/tokens/current"),
    ]);
    const [mine] = Array.isArray(persona) ? (persona as unknown[]) : [];
    const value = {
      user,
      ...(mine !== undefined && { persona: mine }),
      ...(token !== null && { token }),
    };
    return { value: presentValue(value, longest.row) as Record<string, unknown>, foreign: false };
  },
});

/** Her own. An administrator sees everybody's; all others see theirs alone, and may not ask by owner. */
async function readPersona(gate: Gate): Promise<unknown> {
  const query = { fields: ["id", "display_name", "timezone", "brand_voice"], limit: 1 };
  const own = { ...query, filter: { user_id: { _eq: "$CURRENT_USER" } } };
  const path = "/items/user_personas";
  return (await mayBeRefused(gate, path, own)) ?? mayBeRefused(gate, path, query);
}

/** Null where the caller has no right to it, or is no token. */
async function mayBeRefused(
  gate: Gate,
  path: string,
  query?: Record<string, unknown>,
): Promise<unknown> {
  try {
    return await gate.read(path, query);
  } catch (error) {
    if (error instanceof AppError && refusals.includes(error.code)) return null;
    throw error;
  }
}

const refusals = ["forbidden", "not_found", "invalid_input"];

import { ProtocolErrorCode } from "@modelcontextprotocol/server";
import { z } from "zod";

const Listening = z.object({
  id: z.union([z.string(), z.number()]),
  method: z.literal("subscriptions/listen"),
});

/**
 * What is answered to a message that this server takes in no form; null for all others. A batch would be many
 * calls under one look at the token, and nothing here ever changes what a subscriber could hear of.
 */
export function refuseMessage(body: unknown): Response | null {
  if (Array.isArray(body)) {
    return refusal(400, {
      code: ProtocolErrorCode.InvalidRequest,
      message: "This server takes no batches. Nothing was done; send one message in each request.",
    });
  }
  const listening = Listening.safeParse(body);
  if (!listening.success) return null;
  return refusal(
    404,
    {
      code: ProtocolErrorCode.MethodNotFound,
      message: "This server has nothing to subscribe to. Nothing was done.",
    },
    listening.data.id,
  );
}

const refusal = (
  status: number,
  error: { code: number; message: string },
  id: number | string | null = null,
) => Response.json({ jsonrpc: "2.0", error, id }, { status });

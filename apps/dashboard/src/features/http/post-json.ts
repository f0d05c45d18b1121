import { z } from "zod";

const Answer = z.object({
  error: z.object({ message: z.string(), field: z.string().optional() }).optional(),
});

export type Refusal = { message: string; field?: string | undefined };

/** Asks a handler of ours; undefined when it did as told. Throws when no answer of it came back. */
export async function postJson(path: string, body: unknown): Promise<Refusal | undefined> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { error } = Answer.parse(await response.json());
  if (error === undefined && !response.ok) throw new Error(`unexpected status ${response.status}`);
  return error;
}

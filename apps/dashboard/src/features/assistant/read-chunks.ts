import { ChatChunk } from "./add-chunk.ts";

const theEnd = "data: [DONE]";

/**
 * The pieces of an answer, as server-sent events with JSON bring them, in their order. What the page
 * does not know is left out. Throws what reading throws, and when it ends before it is whole.
 */
export async function* readChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ChatChunk> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Error("the answer broke off");
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line.trim() === theEnd) return;
        const chunk = chunkOf(line);
        if (chunk !== undefined) yield chunk;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function chunkOf(line: string): ChatChunk | undefined {
  if (!line.startsWith("data:")) return undefined;
  try {
    return ChatChunk.safeParse(JSON.parse(line.slice("data:".length))).data;
  } catch {
    // No JSON is nothing that it knows.
    return undefined;
  }
}

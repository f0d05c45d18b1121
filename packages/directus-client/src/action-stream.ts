import { AppError } from "@genie/errors";
import type { ActionAnswer, ActionEvent, ActionFailure, ActionStep } from "@genie/schema";

/** How a run ended: done, waiting for its person, or failed with a sentence. */
export type ActionOutcome = ActionAnswer | ActionFailure;

/**
 * Reads the events of a run up to its end (`text/event-stream`, WHATWG HTML §9.2). Throws
 * `upstream_unavailable` when the connection breaks before that.
 */
export async function readActionStream(
  body: ReadableStream<Uint8Array> | null,
  onStep: (step: ActionStep) => void,
): Promise<ActionOutcome> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      const blocks = (rest + decoder.decode(piece.value, { stream: true }))
        .replaceAll("\r\n", "\n")
        .split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = parseEvent(block);
        if (event?.event === "step") onStep(event.data);
        if (event?.event === "end") return event.data;
      }
    }
  } catch (error) {
    throw brokenOff(error);
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
  throw brokenOff();
}

function parseEvent(block: string): ActionEvent | undefined {
  const lines = block.split("\n");
  const valuesOf = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ""));
  const [event] = valuesOf("event");
  const data = valuesOf("data").join("\n");
  if ((event !== "step" && event !== "end") || data === "") return undefined;
  return { event, data: JSON.parse(data) };
}

function brokenOff(cause?: unknown): AppError {
  return new AppError(
    "upstream_unavailable",
    "The connection broke while this ran, and it may have gone on. Look at what was done before you start it again.",
    { cause },
  );
}

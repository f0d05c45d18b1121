import { AppError } from "@genie/errors";

/** The text of an answer. Throws `upstream_unavailable` for one that is larger, without reading it whole. */
export async function readUpTo(answer: Response, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) {
      throw new AppError(
        "upstream_unavailable",
        `The server's answer is larger than ${Math.round(mostBytes / 1024)} KiB. It was not read; ask for less.`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

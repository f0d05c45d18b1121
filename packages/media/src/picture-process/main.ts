import { AppError } from "@genie/errors";
import sharp from "sharp";
import { damagedPicture, diskFull, isDiskFull, processLost } from "../problems.ts";
import type { Answer, Request } from "./messages.ts";
import { pictureWorks } from "./picture-works.ts";

// Each piece of work is about another file, so nothing of the last one is of use.
sharp.cache(false);
// Processes work side by side, so each has one thread for pixels.
sharp.concurrency(1);

process.on("message", (request: Request) => {
  void answer(request).then((reply) => process.send?.(reply));
});
// The worker is gone; nobody waits for what is left.
process.once("disconnect", () => process.exit());

async function answer(request: Request): Promise<Answer> {
  try {
    return { output: await work(request) };
  } catch (error) {
    const { code, retry, message, cause } = explain(error);
    return { problem: { code, retry, message, cause: String(cause) } };
  }
}

/** Both ends are of one build: the input is that of the named work. */
function work(request: Request): Promise<unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const does = pictureWorks[request.work] as (input: Request["input"]) => Promise<unknown>;
  return does(request.input);
}

/** What libvips throws is about the picture, or about the disk. */
function explain(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TypeError) return processLost(error.stack);
  return isDiskFull(String(error)) ? diskFull(error) : damagedPicture(error);
}

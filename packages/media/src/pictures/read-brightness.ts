import { openPicture } from "./open-picture.ts";

/** How light a picture is on the whole, 0 to 1, and how much its light differs. */
export async function readBrightness({ input }: { input: string }) {
  const { channels } = await openPicture(input).toColourspace("b-w").stats();
  const { mean = 0, stdev = 0 } = channels[0] ?? {};
  return { mean: mean / 255, spread: stdev / 255 };
}

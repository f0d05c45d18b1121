import { join } from "node:path";
import type { Mark, MediaRun, MediaTools } from "@genie/media";
import sharp from "sharp";

/** What both halves of the benchmark work with. */
export type MediaBench = { folder: string; tools: MediaTools; run: MediaRun };

export const mark: Mark = {
  text: "@demo",
  position: "bottom-right",
  opacity: 0.6,
  scale: 0.3,
  margin: 0.03,
  tile: false,
};

/** Milliseconds that some work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Runs both, the first first in every other round, so that a machine that gets slower favours neither. */
export async function inTurns(
  round: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ oursMs: number; bareMs: number }> {
  if (round % 2 === 0) {
    const oursMs = await ours();
    return { oursMs, bareMs: await bare() };
  }
  const bareMs = await bare();
  return { oursMs: await ours(), bareMs };
}

/** The mark as a PNG, for programs that set no text. */
export async function drawMark(folder: string): Promise<string> {
  const path = join(folder, "mark.png");
  const text = { text: mark.text ?? "", font: "sans", width: 576, height: 288, rgba: true };
  await sharp({ text }).png().toFile(path);
  return path;
}

import type { FitLimit } from "../fit-limit.ts";

export type FitPlan = {
  width: number;
  height: number;
  lengthS: number;
  framesPerS: number;
  /** Of pictures, thousands of bits a second at most. */
  pictureKbps: number;
  soundKbps: number;
};

type Source = {
  width: number;
  height: number;
  durationS: number;
  framesPerS: number;
  hasSound: boolean;
};

const smallestSide = 144;
/** Bits for each pixel of each picture, below which it falls apart into squares. */
const leastBits = 0.035;
const mostFrames = 60;
const fewFrames = 30;
/** The container, and the encoder's overshoot. */
const reserve = 0.94;

/** How to make a video anew so that it fits; nothing where it can't. `part` shrinks its bytes further. */
export function planFit(source: Source, limit: FitLimit, part = 1): FitPlan | undefined {
  const lengthS = Math.min(source.durationS, limit.maxDurationS ?? Infinity);
  const kbps = (limit.maxBytes * 8 * reserve * part) / 1_000 / lengthS;
  const soundKbps = source.hasSound ? (kbps > 800 ? 128 : kbps > 300 ? 64 : 32) : 0;
  const pictureKbps = Math.floor(kbps - soundKbps);
  if (pictureKbps < 20) return undefined;
  const framesPerS = Math.min(
    source.framesPerS || fewFrames,
    kbps > 2_000 ? mostFrames : fewFrames,
  );
  const pixels = source.width * source.height;
  const affordable = (pictureKbps * 1_000) / (leastBits * framesPerS);
  const scale = Math.min(
    1,
    (limit.maxSide ?? Infinity) / Math.max(source.width, source.height),
    Math.sqrt((limit.maxPixels ?? Infinity) / pixels),
    Math.max(Math.sqrt(affordable / pixels), smallestScale(source)),
  );
  const width = Math.floor((source.width * scale) / 2) * 2;
  const height = Math.floor((source.height * scale) / 2) * 2;
  if (width < 2 || height < 2) return undefined;
  return { width, height, lengthS, framesPerS, pictureKbps, soundKbps };
}

const smallestScale = ({ width, height }: Source) =>
  Math.min(1, smallestSide / Math.min(width, height));

export type Change = { atS: number; score: number };
export type Moment = { startS: number; lengthS: number };

const shortestS = 2;
const mostMoments = 4;

/** From there on, and no longer than what is left; near the end, the last two seconds. */
export function momentFrom(startS: number, lengthS: number, durationS: number): Moment {
  const from = Math.min(startS, Math.max(0, durationS - shortestS));
  return { startS: from, lengthS: Math.min(lengthS, durationS - from) };
}

/**
 * The parts of a video to show, in their order and without overlap: each begins where the scene changes
 * most; where too little changes, they are spread over the whole.
 */
export function chooseMoments(changes: Change[], lengthS: number, durationS: number): Moment[] {
  if (lengthS >= durationS) return [{ startS: 0, lengthS: durationS }];
  const count = Math.max(1, Math.min(mostMoments, Math.floor(lengthS / shortestS / 1.25)));
  const partS = lengthS / count;
  const spread = Array.from({ length: count * 2 }, (_part, index) => ({
    atS: ((durationS - partS) * index) / Math.max(1, count * 2 - 1),
    score: 0,
  }));
  const candidates = [...changes.toSorted((a, b) => b.score - a.score), ...spread];
  const chosen: number[] = [];
  for (const { atS } of candidates) {
    if (chosen.length === count) break;
    const isFree = chosen.every((other) => Math.abs(other - atS) >= partS);
    if (isFree && atS + partS <= durationS) chosen.push(atS);
  }
  // Little room and unlucky gaps: what is missing is made up for at the start.
  if (chosen.length < count) return [{ startS: 0, lengthS }];
  return chosen.toSorted((a, b) => a - b).map((startS) => ({ startS, lengthS: partS }));
}

import type { Figure } from "./figure.ts";

const batch = 16;

/** How often `run` completes in a second, measured over at least `minMs`. */
export function measure(run: () => void, minMs: number): number {
  const start = performance.now();
  let count = 0;
  let elapsedMs = 0;
  do {
    for (let index = 0; index < batch; index++) {
      run();
    }
    count += batch;
    elapsedMs = performance.now() - start;
  } while (elapsedMs < minMs);
  return (count / elapsedMs) * 1000;
}

/** Least, middle and greatest of the samples, to four significant digits. */
export function summarize(samples: readonly number[]): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (index: number) => sorted.at(index) ?? Number.NaN;
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 0 ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
  return {
    min: rounded(at(0)),
    median: rounded(median),
    max: rounded(at(-1)),
    repetitions: sorted.length,
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** The sample that this part of all samples does not exceed; `part` from 0 to 1 (nearest rank). */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

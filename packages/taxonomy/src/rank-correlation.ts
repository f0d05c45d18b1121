/** Spearman's rank correlation of these pairs; equal values share the middle of their ranks. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const left = ranks(pairs.map(([one]) => one));
  const right = ranks(pairs.map(([, other]) => other));
  const middle = (pairs.length - 1) / 2;
  let both = 0;
  let leftAlone = 0;
  let rightAlone = 0;
  for (const [index, rank] of left.entries()) {
    const a = rank - middle;
    const b = (right[index] ?? 0) - middle;
    both += a * b;
    leftAlone += a * a;
    rightAlone += b * b;
  }
  return both / Math.sqrt(leftAlone * rightAlone);
}

function ranks(values: readonly number[]): number[] {
  const sorted = values
    .map((value, index) => ({ value, index }))
    .toSorted((a, b) => a.value - b.value);
  const result = Array.from<number>({ length: values.length });
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.value === sorted[from]?.value) to++;
    for (const { index } of sorted.slice(from, to)) result[index] = (from + to - 1) / 2;
    from = to;
  }
  return result;
}

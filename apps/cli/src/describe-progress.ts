type Progress = {
  count: number;
  left: number;
  /** Since it began to be watched. */
  seconds: number;
  /** Nothing has moved for long. */
  isStuck: boolean;
};

/** How far work is, how fast it goes and how long it takes, in one line. */
export function describeProgress({ count, left, seconds, isStuck }: Progress): string {
  const done = Math.max(0, count - left);
  const said = `${done} of ${count}`;
  if (isStuck) {
    return `${said}. Nothing moves; see whether the worker runs: npm run genie -- doctor`;
  }
  const aSecond = seconds > 0 ? done / seconds : 0;
  if (aSecond === 0 || left === 0) return said;
  return `${said}, ${aSecond < 10 ? aSecond.toFixed(1) : Math.round(aSecond)} a second, ${timeOf(left / aSecond)} left`;
}

function timeOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

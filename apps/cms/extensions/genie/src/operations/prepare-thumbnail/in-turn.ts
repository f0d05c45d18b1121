let last: Promise<unknown> = Promise.resolve();

/** Does the work of all callers in this process one after the other; a failure holds nobody up. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(work, work);
  last = turn;
  return turn;
}

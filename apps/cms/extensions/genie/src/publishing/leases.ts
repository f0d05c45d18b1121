/** What is added to the time that a platform may take, for our own part of it. */
export const sendMarginMs = 10_000;

/**
 * What is added to the time that a platform may take, for signing in and looking a post up. A claim of a post
 * that is prepared to be sent again is renewed.
 */
export const lookUpMarginMs = 60_000;

/** How long to wait for a platform that this installation does not have any more. */
export const unknownSettleMs = 5 * 60_000;

/** From then on a post that could not be settled is a person's. */
export const lookUpForMs = 24 * 60 * 60_000;

const longestPauseMs = 30 * 60_000;

/** The pause after so many look-ups that came to nothing, or were not answered. */
export function lookUpPauseMs(lookUps: number, settleMs: number): number {
  return lookUps === 0 ? 0 : Math.min(longestPauseMs, settleMs * 2 ** (lookUps - 1));
}

/** What is added to the time that a platform may take, for our own part of it. */
export const sendMarginMs = 10_000;

/** What is added to the time that a platform may take, for a look-up: signing in, reading pages. */
export const lookUpMarginMs = 60_000;

/** How long to wait for a platform that this installation does not have any more. */
export const unknownSettleMs = 5 * 60_000;

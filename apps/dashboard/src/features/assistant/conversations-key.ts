/** Where what she and her assistant said to each other is kept. */
export const conversationsKey = ["conversations"] as const;

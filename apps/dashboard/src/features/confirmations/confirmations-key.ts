/** Where what waits for her yes is kept. */
export const confirmationsKey = ["confirmations"] as const;

/** How many are left is asked again when some are made. */
export const recoveryCodesKey = ["recovery-codes"] as const;

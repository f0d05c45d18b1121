/** In characters, as people count them. */
export const passwordLength = { min: 10, max: 128 } as const;

export const passwordTooShort = `Use at least ${passwordLength.min} characters.`;

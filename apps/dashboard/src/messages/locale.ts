export type Locale = "en";
export const defaultLocale: Locale = "en";

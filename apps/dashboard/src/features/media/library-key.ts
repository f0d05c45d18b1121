/** Where lists of media are kept; what changes the library invalidates it. */
export const libraryKey = ["media"] as const;

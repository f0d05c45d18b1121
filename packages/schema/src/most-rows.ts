/** As many rows as Directus gives in one answer: it refuses to be asked for more, and takes -1 for this. */
export const mostRows = 1_000;

const id = /^[\w.:+-]{0,64}$/;

/**
 * Whether a value holds ids, numbers and single words alone, so that nothing in it could talk a model into
 * anything. All else may be text of platforms, fans or files.
 */
export function isPlain(value: unknown): boolean {
  if (typeof value === "string") return id.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => id.test(key) && isPlain(inner));
}

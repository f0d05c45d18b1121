import { AppError } from "@genie/errors";

/** Directus treats a browser whose cookie has expired as a stranger, so 403 may mean it as well. */
export function isSignedOut(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === "unauthenticated" || error.code === "forbidden")
  );
}

import { readViewer } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { browserDirectus } from "./browser-directus.ts";
import { isSignedOut } from "./is-signed-out.ts";
import { loginPath } from "./safe-next-path.ts";

/**
 * Goes to the log-in page when an error means that the session is over. Directus treats a browser
 * whose cookie has expired as a stranger and answers 403, so after 403 it is asked who we are.
 */
export async function leaveWhenSignedOut(error: unknown): Promise<void> {
  if (!(error instanceof AppError)) return;
  if (error.code === "unauthenticated" || (error.code === "forbidden" && (await isStranger()))) {
    const { pathname, search } = window.location;
    window.location.assign(loginPath(`${pathname}${search}`));
  }
}

async function isStranger(): Promise<boolean> {
  try {
    await readViewer(browserDirectus());
    return false;
  } catch (error) {
    return isSignedOut(error);
  }
}

import { AppError } from "@genie/errors";
import type { Payload } from "../directus.ts";
import type { Account } from "./account.ts";

/** What a failure says about the connection of the account, as a change of its row. */
export function connectionAfter(error: unknown, { hasPassword }: Account): Payload {
  if (!(error instanceof AppError)) return {};
  if (error.code === "unopenable") return { connection_status: "error" };
  // With a password the worker signs in anew by itself.
  return error.code === "reconnect_required" && !hasPassword
    ? { connection_status: "expired" }
    : {};
}

/** No stored session holds: what the person is to do about it. */
export function noSession(platform: string, { hasPassword }: Account): AppError {
  return new AppError(
    "reconnect_required",
    hasPassword
      ? `There is no session on ${platform} that still holds. Nothing was changed there; press Scrape now for this account, and Genie signs in with its password.`
      : `There is no session on ${platform} that still holds, and no password to open one. Connect the account again; nothing was lost.`,
  );
}

import { AppError } from "@genie/errors";
import { z } from "zod";
import { accountRecords } from "../../reading/account-records.ts";
import { connectionAfter } from "../../reading/connection-after.ts";
import { readPosts } from "../../reading/read-posts.ts";
import { readProfile } from "../../reading/read-profile.ts";
import { findReading } from "../../reading/readings.ts";
import { stepFailure } from "../../reading/step-failure.ts";
import { refusal } from "../../refusals.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Reads the signed-in account: the figures of its profile, or its newest posts, in the field names of
 * our collections. Posts come as rows to create (`new`) and to update (`known`, with their ids).
 */
export const stagehandExtract = defineOperation({
  id: "stagehand_extract",
  options: z.strictObject({
    session: z.string(),
    account: z.string(),
    what: z.enum(["profile", "posts"]),
    max_posts: z.coerce.number().int().min(1).max(500).default(250),
  }),
  run: async ({ session, account, what, max_posts: most }, context) => {
    const reading = findReading(session, account);
    if (!reading) {
      throw refusal(
        "NOT_FOUND",
        "The browser of this flow is closed already. Nothing was read; run the flow again.",
      );
    }
    try {
      return await (what === "profile"
        ? readProfile(reading)
        : readPosts(context.database, reading, most));
    } catch (error) {
      if (error instanceof AppError && error.code === "reconnect_required") {
        const records = accountRecords(context);
        await records.markSession(reading.storedSessionId, "expired");
        const change = connectionAfter(error, reading.account);
        if (Object.keys(change).length > 0) await records.updateProfile(account, change);
      }
      throw stepFailure(error);
    }
  },
});

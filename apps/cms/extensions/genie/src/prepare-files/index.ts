import { prepareFile } from "@genie/jobs";
import type { Hook } from "../directus.ts";
import { gateQueues, reasonOf } from "../gate-queues.ts";

/** Each file of a person's that is stored, however it came, is in the queue for being made ready. */
export const prepareFiles: Hook = ({ action }, context) => {
  action("files.upload", async ({ key }) => {
    const file = String(key);
    try {
      const row = await context.database("directus_files").where("id", file).first("owner");
      if (row?.owner) await gateQueues(context).enqueue(prepareFile, { fileId: file });
    } catch (error) {
      // The sweep finds it.
      context.logger.warn(
        { file, reason: reasonOf(error) },
        "a file could not be put in its queue",
      );
    }
  });
};

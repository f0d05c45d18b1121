import { z } from "zod";
import { reasonOf } from "../../gate-queues.ts";
import { defineOperation } from "../define-operation.ts";
import { inTurn } from "./in-turn.ts";
import { makeThumbnail } from "./make-thumbnail.ts";

/**
 * Makes the small picture of a stored one before anybody asks for it: Directus makes only a few at a
 * time and turns others away meanwhile. One after the other, so that many new files at once leave room
 * for people. A picture of which none can be made is a line in the log and no failure.
 */
export const prepareThumbnail = defineOperation({
  id: "prepare_thumbnail",
  options: z.strictObject({ file: z.uuid() }),
  run: async ({ file }, context) => {
    try {
      return { made: await inTurn(() => makeThumbnail(context, file)) };
    } catch (error) {
      context.logger.warn({ file, reason: reasonOf(error) }, "a thumbnail was not made");
      return { made: false };
    }
  },
});

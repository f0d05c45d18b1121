import type { Handlers } from "@genie/jobs";
import { TeaserOptions } from "@genie/schema";
import { type CopyServices, makeCopy } from "../media/make-copy.ts";
import { markOf } from "../media/mark-of.ts";

/** Cuts a short clip out of a video, or shows less of a picture. */
export function teaserHandler(services: CopyServices): Handlers["teaser"] {
  return (run) =>
    makeCopy(services, run, "teaser", async (making) => {
      const { watermark, ...options } = TeaserOptions.parse(making.job.options);
      const mark = watermark && (await markOf(watermark, making.fetch));
      const request = { ...options, watermark: mark };
      return services.tools.teaser(making.input, making.output, request, making.run);
    });
}

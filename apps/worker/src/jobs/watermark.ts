import type { Handlers } from "@genie/jobs";
import { WatermarkOptions } from "@genie/schema";
import { type CopyServices, makeCopy } from "../media/make-copy.ts";
import { markOf } from "../media/mark-of.ts";

/** Makes a watermarked copy of a picture or video. */
export function watermarkHandler(services: CopyServices): Handlers["watermark"] {
  return (run) =>
    makeCopy(services, run, "watermarked", async (making) => {
      const options = WatermarkOptions.parse(making.job.options);
      const mark = await markOf(options, making.fetch);
      return services.tools.watermark(making.input, making.output, mark, making.run);
    });
}

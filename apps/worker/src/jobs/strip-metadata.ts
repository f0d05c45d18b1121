import type { Handlers } from "@genie/jobs";
import { type CopyServices, makeCopy } from "../media/make-copy.ts";

/** Makes a copy that says nothing beside the picture, and is else as it was. */
export function stripMetadataHandler(services: CopyServices): Handlers["strip-metadata"] {
  return (run) =>
    makeCopy(services, run, "stripped", (making) =>
      services.tools.strip(making.input, making.output, making.run),
    );
}

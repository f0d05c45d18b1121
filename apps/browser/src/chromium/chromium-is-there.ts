import { access, constants } from "node:fs/promises";
import type { Check } from "@genie/telemetry";

/** Whether there is a Chromium to start. */
export const chromiumIsThere = (executablePath: string): Check => ({
  part: "chromium",
  find: () =>
    access(executablePath, constants.X_OK).then(
      () => null,
      () =>
        "There is no Chromium where CHROMIUM_PATH says, so no platform can be opened; nothing is lost. Install it or correct the path.",
    ),
});

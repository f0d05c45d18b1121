import type { Handlers } from "@genie/jobs";

/** Handlers whose signal is aborted, too, as soon as the worker is to stop. */
export function stoppable(handlers: Handlers, stopping: AbortSignal): Handlers {
  const withStopping = <Run extends { signal: AbortSignal }>(run: Run): Run => ({
    ...run,
    signal: AbortSignal.any([run.signal, stopping]),
  });
  return {
    "classify-library": (run) => handlers["classify-library"](withStopping(run)),
    compress: (run) => handlers.compress(withStopping(run)),
    "delete-post": (run) => handlers["delete-post"](withStopping(run)),
    "live-login": (run) => handlers["live-login"](withStopping(run)),
    "prepare-file": (run) => handlers["prepare-file"](withStopping(run)),
    "publish-post": (run) => handlers["publish-post"](withStopping(run)),
    "scrape-profile": (run) => handlers["scrape-profile"](withStopping(run)),
    "start-scrape": (run) => handlers["start-scrape"](withStopping(run)),
    "strip-metadata": (run) => handlers["strip-metadata"](withStopping(run)),
    "suggest-tags": (run) => handlers["suggest-tags"](withStopping(run)),
    teaser: (run) => handlers.teaser(withStopping(run)),
    "verify-platform": (run) => handlers["verify-platform"](withStopping(run)),
    watermark: (run) => handlers.watermark(withStopping(run)),
  };
}

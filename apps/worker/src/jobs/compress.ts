import type { WorkerJob, WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { FitLimit } from "@genie/media";
import { type Adapter, limitsOf, mediaKindOf } from "@genie/platforms";
import { requireAdapter } from "@genie/platforms/adapters";
import { CompressOptions } from "@genie/schema";
import { type CopyServices, makeCopy } from "../media/make-copy.ts";
import type { MediaSource } from "../media/media-source.ts";

type CompressServices = CopyServices & {
  readProfile: (id: string) => Promise<WorkerProfile | null>;
  adapters: ReadonlyMap<string, Adapter>;
};

/** Types that every browser shows, for work that is to have a size and else is free. */
const usualTypes = {
  image: ["image/jpeg", "image/webp", "image/png"],
  video: ["video/mp4"],
} as const;

/** Makes a copy of a picture or video that an account's platform takes, or that has a size. */
export function compressHandler(services: CompressServices): Handlers["compress"] {
  return (run) =>
    makeCopy(services, run, "fitted", async ({ job, source, input, output, run: own }) => {
      const limit = await limitFor(services, job, source);
      return services.tools.fit(input, output, limit, own);
    });
}

async function limitFor(
  { readProfile, adapters }: CompressServices,
  job: WorkerJob,
  { file }: MediaSource,
): Promise<FitLimit> {
  const kind = mediaKindOf(file.mime) ?? "image";
  const { target_mb: targetMb } = CompressOptions.parse(job.options);
  if (targetMb !== undefined) {
    return { maxBytes: Math.floor(targetMb * 1_000_000), mimeTypes: usualTypes[kind] };
  }
  const profile = job.profileId === null ? null : await readProfile(job.profileId);
  if (profile === null) {
    throw new AppError("not_found", "The account that it was for was removed. No copy was made.");
  }
  const { platform } = requireAdapter(adapters, profile.platform);
  const limit = limitsOf(platform, profile.platformLimits).media[kind];
  if (limit === undefined) {
    const kinds = kind === "image" ? "pictures" : "videos";
    throw new AppError("invalid_input", `${platform.name} takes no ${kinds}. Nothing was made.`);
  }
  const { maxDurationMs, ...same } = limit;
  return { ...same, ...(maxDurationMs !== undefined && { maxDurationS: maxDurationMs / 1000 }) };
}

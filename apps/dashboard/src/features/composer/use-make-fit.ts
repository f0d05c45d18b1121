"use client";

import {
  createCompressJob,
  type Job,
  listJobs,
  type Media,
  readMedia,
  type Viewer,
} from "@genie/directus-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { jobsKey } from "#features/jobs/jobs-key.ts";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

type Fit = {
  state: "asking" | "idle" | "working";
  /** 0 to 100. */
  progress: number;
  /** Why no copy could be made, in a sentence. */
  problem: string | null;
  error: unknown;
  make: () => void;
};

const whileWorkingMs = 1_000;

/**
 * Has a copy of a picture or video made that an account takes, or takes the one that was made before. A copy that
 * was asked for earlier is followed as well, so that nothing is lost by closing.
 */
export function useMakeFit(
  viewer: Viewer,
  wanted: {
    mediaId: string;
    profileId: string;
    /** The ids of what the post holds: a copy is handed over again when another change came between. */
    held: string;
    onMade: (copy: Media) => void;
  },
): Fit {
  const { mediaId, profileId, held } = wanted;
  const queryClient = useQueryClient();
  const key = [...jobsKey, "fit", mediaId];
  const [isWanted, setWanted] = useState(false);
  const jobs = useQuery({
    queryKey: key,
    queryFn: () => listJobs(browserDirectus(), viewer, { kind: "compress", mediaId, limit: 50 }),
    refetchInterval: ({ state }) => (state.data?.some(isUnfinished) ? whileWorkingMs : false),
  });
  const latest = jobs.data?.find(({ account }) => account?.id === profileId);
  const isWorking = latest !== undefined && isUnfinished(latest);
  if (isWorking && !isWanted) setWanted(true);
  const outputId = latest?.status === "completed" ? latest.outputId : null;
  const ask = useMutation({
    mutationFn: () => createCompressJob(browserDirectus(), mediaId, { profileId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: jobsKey }),
  });
  const copy = useQuery({
    queryKey: [...libraryKey, "copy", outputId],
    queryFn: async () => (await readMedia(browserDirectus(), [outputId ?? ""]))[0] ?? null,
    enabled: outputId !== null,
  });
  const made = copy.data ?? null;
  const handOver = useEffectEvent((media: Media) => wanted.onMade(media));

  useEffect(() => {
    const isAwaited = isWanted && !isWorking && held.includes(mediaId);
    if (isAwaited && made !== null) handOver(made);
  }, [isWanted, made, isWorking, held, mediaId]);

  return {
    state:
      ask.isPending || (isWanted && copy.isFetching) ? "asking" : isWorking ? "working" : "idle",
    progress: latest?.progress ?? 0,
    problem: isWanted && latest?.status === "failed" ? latest.problem : null,
    error: ask.error ?? copy.error,
    make: () => {
      setWanted(true);
      // One that was made before and has been deleted since is made anew.
      if (made === null) ask.mutate();
    },
  };
}

function isUnfinished({ status }: Job): boolean {
  return status === "active" || status === "queued";
}

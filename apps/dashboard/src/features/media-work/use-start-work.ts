"use client";

import { createMediaJobs, type Media } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toaster.tsx";
import { jobsKey } from "#features/jobs/jobs-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { taskOf, type WorkValues } from "./work-values.ts";

type StartWorkOptions = { work: MediaWork; media: readonly Media[]; onStarted: () => void };

/** Asks for copies of all the entries, or of none, and says where they can be watched. */
export function useStartWork({ work, media, onStarted }: StartWorkOptions) {
  const { mediaWork: text } = useMessages(mediaWorkMessages);
  const toast = useToast();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (values: WorkValues) => {
      const { to, profileId } = values.compress;
      const ids = media.map(({ id }) => id);
      return createMediaJobs(browserDirectus(), ids, taskOf(work, values), {
        profileId: work === "compress" && to === "account" ? profileId : null,
      });
    },
    onSuccess: async (ids) => {
      toast(text.started(ids.length), { label: text.toJobs, run: () => router.push("/app/jobs") });
      onStarted();
      await queryClient.invalidateQueries({ queryKey: jobsKey });
    },
  });
}

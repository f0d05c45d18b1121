"use client";

import { readQueues } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** Where what the page shows is kept; what changes a job invalidates it. */
export const operationsKey = ["operations"] as const;

const everyMs = 5_000;

const Readiness = z.object({
  parts: z.record(z.string(), z.enum(["ok", "trouble"])),
  troubles: z.array(z.object({ part: z.string(), sentence: z.string() })).default([]),
});

/** What is in the queues and what failed, asked for again every five seconds. */
export const useQueues = () =>
  useQuery({
    queryKey: [...operationsKey, "queues"],
    queryFn: () => readQueues(browserDirectus()),
    refetchInterval: everyMs,
  });

/** How the services are, as the outermost hop sees them; one that is not ready is an answer, too. */
export const useReadiness = () =>
  useQuery({
    queryKey: [...operationsKey, "ready"],
    queryFn: async ({ signal }) => {
      const answer = await fetch("/ready", { signal });
      return Readiness.parse(await answer.json());
    },
    refetchInterval: everyMs,
  });

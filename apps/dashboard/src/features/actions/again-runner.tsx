"use client";

import type { Flow, Viewer } from "@genie/directus-client";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { FlowRunner } from "./flow-runner.tsx";
import { startAgain } from "./start-again.ts";
import { useTrailEntry } from "./use-trail.ts";

type AgainRunnerProps = { flow: Flow; viewer: Viewer; again: string };

/** The form as it was filled in for an earlier run; empty where that is not known, or not in full. */
export function AgainRunner({ flow, viewer, again }: AgainRunnerProps) {
  const before = useTrailEntry(viewer, again);
  if (before.isPending) return <Skeleton className="h-40" />;
  return <FlowRunner flow={flow} viewer={viewer} {...startAgain(before.data?.params ?? {})} />;
}

"use client";

import { type ActionOutcome, runAction } from "@genie/directus-client";
import type { ActionStep } from "@genie/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { withStep } from "./with-step.ts";

type Run = {
  start: (params: Record<string, unknown>) => void;
  stop: () => void;
  steps: readonly ActionStep[];
  isRunning: boolean;
  wasStopped: boolean;
  outcome: ActionOutcome | undefined;
  error: unknown;
};

/** Runs an action, step by step. It goes on when she leaves the page of it within the dashboard. */
export function useRun(slug: string): Run {
  const queryClient = useQueryClient();
  const [steps, setSteps] = useState<ActionStep[]>([]);
  const stopper = useRef<AbortController | null>(null);
  const [wasStopped, setWasStopped] = useState(false);
  const run = useMutation({
    mutationFn: (params: Record<string, unknown>) => {
      const controller = new AbortController();
      stopper.current = controller;
      return runAction(
        browserDirectus(),
        slug,
        { params, source: "api" },
        {
          signal: controller.signal,
          onStep: (step) => setSteps((before) => withStep(before, step)),
        },
      );
    },
    // What it did may stand in any list.
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    start: (params) => {
      setSteps([]);
      setWasStopped(false);
      run.mutate(params);
    },
    stop: () => {
      setWasStopped(true);
      stopper.current?.abort();
    },
    steps,
    isRunning: run.isPending,
    wasStopped,
    outcome: run.data,
    error: run.error,
  };
}

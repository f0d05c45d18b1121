"use client";

import { type FlowInFull, listFlows, listFlowsInFull } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** Where flows are kept. */
export const flowsKey = ["flows"] as const;

/** What can be done by its name; viewers don't see the steps. */
export function useFlows() {
  return useQuery({ queryKey: flowsKey, queryFn: readFlows });
}

async function readFlows(): Promise<FlowInFull[]> {
  try {
    return await listFlowsInFull(browserDirectus());
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "forbidden") throw error;
    const flows = await listFlows(browserDirectus());
    return flows.map((flow) => ({ ...flow, steps: [] }));
  }
}

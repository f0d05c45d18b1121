"use client";

import { type Confirmation, listWaitingConfirmations, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { confirmationsKey } from "./confirmations-key.ts";

const refreshMs = 10_000;

/**
 * What waits for her yes. What was once shown stays on the page, so that an answer's outcome, or that
 * it came too late, can be read where the question stood.
 */
export function useWaitingConfirmations(viewer: Viewer) {
  const query = useQuery({
    queryKey: [...confirmationsKey, "waiting"],
    queryFn: () => listWaitingConfirmations(browserDirectus(), viewer),
    refetchInterval: refreshMs,
  });
  const [shown, setShown] = useState<readonly Confirmation[]>([]);
  const fresh = (query.data ?? []).filter(({ id }) => shown.every((one) => one.id !== id));
  if (fresh.length > 0) setShown([...shown, ...fresh]);
  return { query, confirmations: [...shown, ...fresh] };
}

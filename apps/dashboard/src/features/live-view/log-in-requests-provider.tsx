"use client";

import { listLogInRequests, type LogInRequest, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";

const refreshMs = 15_000;

/** Part of what is kept of accounts: what changes one of them invalidates it. */
const requestsKey = ["accounts", "log-in-requests"] as const;

const RequestsContext = createContext<readonly LogInRequest[]>([]);

/** Everywhere, since work that waits for her is told wherever it stands. */
export function LogInRequestsProvider({ viewer, children }: Props) {
  const requests = useQuery({
    queryKey: requestsKey,
    queryFn: () => listLogInRequests(browserDirectus(), viewer),
    refetchInterval: refreshMs,
    // One that she began by herself holds nothing up.
    select: (found) => found.filter(({ reason }) => reason !== "login"),
  });
  return <RequestsContext value={requests.data ?? []}>{children}</RequestsContext>;
}

type Props = { viewer: Viewer; children: ReactNode };

/** The log-ins that she is asked for, as far as they are known. */
export const useLogInRequests = (): readonly LogInRequest[] => use(RequestsContext);
